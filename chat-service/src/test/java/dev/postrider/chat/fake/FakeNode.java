package dev.postrider.chat.fake;

import dev.postrider.chat.channel.ChannelFanout;
import dev.postrider.chat.channel.ChannelReader;
import dev.postrider.chat.channel.ChannelReceiver;
import dev.postrider.chat.channel.Deliveries;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.chat.channel.Greeter;
import dev.postrider.chat.channel.Incarnations;
import dev.postrider.chat.channel.Subscriptions;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One chat node's production classes on topics in memory, moved step by step. */
public final class FakeNode implements ChannelReader, Deliveries {
    private static final Duration T = Duration.ofSeconds(1);

    public final Sessions sessions = new Sessions();
    public final Incarnations incarnations;
    public final TableLoop table;
    public final Subscriptions subscriptions;
    public final ChannelFanout fanout;
    public final List<String> steps = new ArrayList<>();
    public int othersGone;
    public int local;
    public int channel;
    private final FakeControl control;
    private final FakeChannels channels;
    private final FreshGate gate;
    private final ChannelReceiver receiver;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Map<Integer, Integer> readNext = new TreeMap<>();
    private int controlNext;

    public FakeNode(String name, FakeTime time, FakeControl control, FakeChannels channels, FakeLog log) {
        int[] count = new int[1];
        this.control = control;
        this.channels = channels;
        this.incarnations = new Incarnations(() -> name + "-" + ++count[0]);
        this.table = new TableLoop(
                incarnations,
                name,
                control,
                time,
                new TableLoop.Times(T, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(2)));
        this.gate = new FreshGate(table);
        this.receiver = new ChannelReceiver(incarnations, sessions, this);
        this.fanout = new ChannelFanout(
                table,
                gate,
                sessions,
                (channel, recipients, frame) -> channels.publish(channel, incarnations.current(), recipients, frame),
                new ChannelFanout.Edges(conversation -> Runnable::run, time, time, this),
                0);
        Greeter greeter = new Greeter(
                () -> {
                    steps.add("ends");
                    return log.ask();
                },
                id -> CompletableFuture.completedFuture(user(id)),
                Limits.DEFAULTS,
                time.clock,
                time,
                session -> steps.add("welcome"));
        this.subscriptions = new Subscriptions(
                new Subscriptions.Around(table, this, sessions, tasks::add, time),
                new Subscriptions.Settings(T.multipliedBy(2), Duration.ofMinutes(1)),
                greeter,
                () -> othersGone++);
    }

    public FakeSession connect(String user) {
        FakeSession session = new FakeSession(user);
        sessions.add(session);
        subscriptions.opened(session);
        return session;
    }

    public void disconnect(FakeSession session) {
        session.closed = true;
        sessions.remove(session);
    }

    /** One turn of the loop: reads control up to its end, then everything that follows from it. */
    public void pass() {
        for (; controlNext < control.records.size(); controlNext++) {
            table.onRecord(control.records.get(controlNext), controlNext);
        }
        table.onPass();
        subscriptions.onPass();
        gate.onPass();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Reads what stands on the assigned channels. */
    public void readChannels() {
        readNext.replaceAll((channel, next) -> {
            List<FakeChannels.Written> records = channels.of(channel);
            for (int i = next; i < records.size(); i++) {
                FakeChannels.Written one = records.get(i);
                receiver.onRecord(one.incarnation(), one.recipients(), one.frame());
            }
            return records.size();
        });
    }

    @Override
    public void assign(int channel, Runnable positioned) {
        steps.add("assign");
        readNext.put(channel, channels.of(channel).size());
        positioned.run();
    }

    @Override
    public void release(int channel) {
        steps.add("release");
        readNext.remove(channel);
    }

    @Override
    public void local(int reached) {
        local += reached;
    }

    @Override
    public void channel(int reached) {
        channel += reached;
    }

    private static User user(String id) {
        return new User(
                id,
                "u" + id.substring(16).toLowerCase(java.util.Locale.ROOT),
                "User",
                "#336699",
                false,
                null,
                null,
                null,
                null,
                null);
    }
}
