package dev.postrider.chat.message;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Read and delivered marks. They are cumulative, so of many within a second only the last is appended, and it always is.
 *
 * <ul>
 *   <li>Forward only, unless {@code back}: a lower mark than the last one seen here is dropped.
 *   <li>A mark that was not recorded, or may not have been, is counted and not tried again here: its client repeats its
 *       newest until it sees it come back.
 *   <li>Bounded: the longest unused of {@code MARKS_MAX} people and conversations are forgotten, which costs at most one
 *       append more.
 * </ul>
 *
 * <p>Thread-safe; nothing blocks, nothing fails.
 */
public final class Marks {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MARKS_MAX = 50_000;

    private final Membership membership;
    private final Journal journal;
    private final Fanout fanout;
    private final Ticker ticker;
    private final Timers timers;
    private final Runnable lost;
    private final Map<Key, Held> held = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Held> eldest) {
            return size() > MARKS_MAX;
        }
    };

    private enum Kind {
        READ,
        DELIVERED
    }

    private record Key(Kind kind, String user, String conversation) {}

    private static final class Held {
        private long seen = Long.MIN_VALUE;
        private long lastMillis = Long.MIN_VALUE / 2;
        private @Nullable Long waiting;
    }

    /** @param lost called for each mark that was not recorded as far as this node knows */
    public Marks(Membership membership, Journal journal, Fanout fanout, Ticker ticker, Timers timers, Runnable lost) {
        this.membership = membership;
        this.journal = journal;
        this.fanout = fanout;
        this.ticker = ticker;
        this.timers = timers;
        this.lost = lost;
    }

    public void onRead(String user, ClientFrame.Read frame) {
        boolean back = Boolean.TRUE.equals(frame.back());
        take(new Key(Kind.READ, user, frame.conversation()), frame.position(), back);
    }

    public void onDelivered(String user, ClientFrame.Delivered frame) {
        take(new Key(Kind.DELIVERED, user, frame.conversation()), frame.position(), false);
    }

    private void take(Key key, long upTo, boolean back) {
        long now = ticker.millis();
        Duration wait;
        synchronized (held) {
            Held mark = held.computeIfAbsent(key, k -> new Held());
            if (upTo < mark.seen && !back) {
                return;
            }
            mark.seen = upTo;
            boolean scheduled = mark.waiting != null;
            mark.waiting = upTo;
            if (scheduled) {
                return;
            }
            wait = EVERY.minusMillis(now - mark.lastMillis);
        }
        if (wait.isPositive()) {
            timers.after(wait, () -> flush(key));
        } else {
            flush(key);
        }
    }

    private void flush(Key key) {
        Long upTo;
        synchronized (held) {
            Held mark = held.get(key);
            if (mark == null || mark.waiting == null) {
                return;
            }
            upTo = mark.waiting;
            mark.waiting = null;
            mark.lastMillis = ticker.millis();
        }
        if (journal.open()) {
            record(key, upTo);
        } else {
            lost.run();
        }
    }

    private void record(Key key, long upTo) {
        membership
                .of(key.user(), key.conversation())
                .thenCompose(standing -> standing instanceof Standing.Member
                        ? journal.append(event(key, upTo))
                                .thenAccept(event -> fanout.deliver(event, hearers(key), null))
                        : CompletableFuture.completedFuture(null))
                .whenComplete((done, fault) -> {
                    if (fault != null) {
                        lost.run();
                    }
                });
    }

    private Audience hearers(Key key) {
        return membership.audience(key.conversation(), roster -> roster.hearersOfMarks(key.user()));
    }

    private static Event event(Key key, long upTo) {
        return switch (key.kind()) {
            case READ -> new Event.Read(key.conversation(), Event.UNSTAMPED, key.user(), upTo, Instant.EPOCH);
            case DELIVERED -> new Event.Delivered(key.conversation(), Event.UNSTAMPED, key.user(), upTo, Instant.EPOCH);
        };
    }
}
