package dev.postrider.chat.channel;

import dev.postrider.chat.channel.Taking.Announced;
import dev.postrider.chat.channel.Taking.Assigning;
import dev.postrider.chat.channel.Taking.Idle;
import dev.postrider.chat.channel.Taking.Served;
import dev.postrider.chat.channel.Taking.Waiting;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.topic.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes the channels of this node's users, so that no event falls between what a client reads and what it hears.
 *
 * <p><b>Order.</b> The session is in {@link Sessions} → the channel is read from its end (position resolved) → its bit is
 * said on {@code chat.control} → read back at offset b, at time r → every listed node has applied b, or 2T have gone since
 * r → only then the log's end offsets are asked for → {@code welcome {through}}.
 *
 * <p><b>Why nothing is missed.</b> Let an event be appended at a, and its sender look at its table at u &gt; a, fresh, so
 * its view holds all that was written before h ≥ u − T. If the view has our bit, the event is published to the channel
 * after our position was resolved (the bit was said after that), and we read it; the session is registered already, or
 * registers later and asks for the ends after u. If the view lacks our bit: the bit was written after h, so r &gt; h. Where
 * we waited for 2T, the ends are asked for after r + 2T &gt; u + T &gt; a. Where we waited for {@code applied}, the sender
 * published a view with our bit before it said so, so its look came before that, hence before the question. Either way
 * the event lies below {@code through}. A local sender finds the session in {@link Sessions}, or looked before it was
 * added, hence before the question. 2T rather than T leaves room for clocks that run at different speeds.
 *
 * <p>Everything but {@link #opened} runs on the loop. A channel is given back {@code keepFor} after its last user.
 */
public final class Subscriptions implements TableEar {
    private final TableLoop table;
    private final ChannelReader reader;
    private final Sessions sessions;
    private final Consumer<Session> greeter;
    private final Executor loop;
    private final Ticker ticker;
    private final Settings settings;
    private final Taking[] channels = new Taking[Channels.COUNT];
    private final List<List<Session>> waiters;
    private final Runnable onOtherGone;

    /** What is around the subscriptions. */
    public record Around(TableLoop table, ChannelReader reader, Sessions sessions, Executor loop, Ticker ticker) {}

    /**
     * @param waitMax 2T
     * @param keepFor how long a channel is kept without users
     */
    public record Settings(Duration waitMax, Duration keepFor) {}

    /**
     * @param greeter asks for the log's ends, at the earliest when it is called, and says {@code welcome}
     * @param onOtherGone another node died: its senders may have left events undelivered
     */
    public Subscriptions(Around around, Settings settings, Consumer<Session> greeter, Runnable onOtherGone) {
        this.table = around.table();
        this.reader = around.reader();
        this.sessions = around.sessions();
        this.loop = around.loop();
        this.ticker = around.ticker();
        this.settings = settings;
        this.greeter = greeter;
        this.onOtherGone = onOtherGone;
        this.waiters = Stream.generate(() -> (List<Session>) new ArrayList<Session>())
                .limit(Channels.COUNT)
                .toList();
        Arrays.fill(channels, new Idle());
        table.listen(this);
    }

    /** A session was added to {@link Sessions}; it will be greeted. Any thread. */
    public void opened(Session session) {
        loop.execute(() -> admit(session));
    }

    /** Looks what the last records and the time gone by have settled. */
    public void onPass() {
        long now = ticker.millis();
        for (int channel = 0; channel < channels.length; channel++) {
            switch (channels[channel]) {
                case Waiting waiting
                when table.allApplied(waiting.offset()) || now >= waiting.untilMillis() -> serve(channel);
                case Served served -> mayRelease(channel, served, now);
                case Idle idle -> {}
                case Assigning assigning -> {}
                case Announced announced -> {}
                case Waiting waiting -> {}
            }
        }
    }

    @Override
    public void onReadBack(long bits, long sentMillis, long offset) {
        for (int channel = 0; channel < channels.length; channel++) {
            if (channels[channel] instanceof Announced announced
                    && (bits >>> channel & 1) == 1
                    && sentMillis >= announced.sinceMillis()) {
                long until = ticker.millis() + settings.waitMax().toMillis();
                channels[channel] = new Waiting(offset, until);
            }
        }
    }

    @Override
    public void onLapse() {
        waiters.forEach(List::clear);
        sessions.all().forEach(session -> waitersOf(session).add(session));
        for (int channel = 0; channel < channels.length; channel++) {
            switch (channels[channel]) {
                case Idle idle -> {}
                case Assigning assigning -> {}
                case Announced announced -> announce(channel);
                case Waiting waiting -> announce(channel);
                case Served served -> announce(channel);
            }
        }
    }

    @Override
    public void onOtherGone() {
        onOtherGone.run();
    }

    private void admit(Session session) {
        if (session.closed()) {
            return;
        }
        int channel = Channels.of(session.userId());
        if (channels[channel] instanceof Served) {
            greeter.accept(session);
            return;
        }
        waiters.get(channel).removeIf(Session::closed);
        waiters.get(channel).add(session);
        if (channels[channel] instanceof Idle) {
            channels[channel] = new Assigning();
            reader.assign(channel, () -> loop.execute(() -> positioned(channel)));
        }
    }

    private void positioned(int channel) {
        if (channels[channel] instanceof Assigning) {
            announce(channel);
        }
    }

    private void announce(int channel) {
        channels[channel] = new Announced(ticker.millis());
        table.announce(table.channels() | 1L << channel);
    }

    private void serve(int channel) {
        channels[channel] = new Served(Served.NEVER);
        List<Session> waited = List.copyOf(waiters.get(channel));
        waiters.get(channel).clear();
        waited.stream().filter(session -> !session.closed()).forEach(greeter);
    }

    private void mayRelease(int channel, Served served, long now) {
        if (sessions.onChannel(channel) > 0) {
            if (served.emptySinceMillis() != Served.NEVER) {
                channels[channel] = new Served(Served.NEVER);
            }
        } else if (served.emptySinceMillis() == Served.NEVER) {
            channels[channel] = new Served(now);
        } else if (now - served.emptySinceMillis() >= settings.keepFor().toMillis()) {
            channels[channel] = new Idle();
            table.announce(table.channels() & ~(1L << channel));
            reader.release(channel);
        }
    }

    private List<Session> waitersOf(Session session) {
        return waiters.get(Channels.of(session.userId()));
    }
}
