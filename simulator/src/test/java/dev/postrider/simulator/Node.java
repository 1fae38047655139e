package dev.postrider.simulator;

import dev.postrider.chat.channel.ChannelFanout;
import dev.postrider.chat.channel.ChannelPublisher;
import dev.postrider.chat.channel.ChannelReceiver;
import dev.postrider.chat.channel.Checkpoints;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.chat.channel.Greeter;
import dev.postrider.chat.channel.Incarnations;
import dev.postrider.chat.channel.LogEnds;
import dev.postrider.chat.channel.MembershipNotices;
import dev.postrider.chat.channel.SharedLogEnds;
import dev.postrider.chat.channel.Subscriptions;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.limit.SendRate;
import dev.postrider.chat.message.Acceptor;
import dev.postrider.chat.message.Aftermath;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Checks;
import dev.postrider.chat.message.Holders;
import dev.postrider.chat.message.Marks;
import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.RecentTargets;
import dev.postrider.chat.message.Sender;
import dev.postrider.chat.message.SharedWindow;
import dev.postrider.chat.message.UnknownAppends;
import dev.postrider.chat.message.Window;
import dev.postrider.chat.message.WindowStore;
import dev.postrider.chat.room.ConversationMembership;
import dev.postrider.chat.room.Decision;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Notices;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.chat.room.RoomRelay;
import dev.postrider.chat.room.RosterSource;
import dev.postrider.chat.room.Rosters;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rule.Limits;
import dev.postrider.contracts.topic.LogVector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One chat node: the production classes, wired as in production, on topics and a Redis in memory. */
final class Node {
    static final int UNDER_WAY_MAX = 8;
    private static final Duration T = Duration.ofSeconds(1);
    private static final Duration GONE_AFTER = Duration.ofSeconds(4);
    private static final Duration SURE_AFTER = Duration.ofSeconds(8);
    private static final Duration KEEP_CHANNEL = Duration.ofMillis(1_500);
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);
    private static final long LEFT_BEHIND_MILLIS = 2_000;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final String name;
    private final World world;
    private final Timeline time;
    private final @Nullable Rule without;
    private final Host host;
    private final NoCounts counts = new NoCounts();
    private final NodeLog log;
    private final Journal journal;
    private final Topics topics;
    private final Incarnations incarnations;
    private final TableLoop table;
    private final FreshGate gate;
    private final Sessions sessions = new Sessions();
    private final ChannelReceiver receiver;
    private final Subscriptions subscriptions;
    private final Checkpoints checkpoints;
    private final ChannelFanout fanout;
    private final AgreedWindow window;
    private final Acceptor acceptor;
    private final CountedMarks markLog;
    private final Marks marks;
    private final Rosters rosters;
    private final Membership membership;
    private final MembershipNotices notices;
    private final RoomRelay relay;
    private final Door door;
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, LogVector> endsAtOpening = new HashMap<>();

    /** What all nodes share. */
    record World(
            Timeline time,
            Broker broker,
            Memory memory,
            History history,
            Consumer<Given> ledger,
            Auth auth,
            Yard yard,
            Consumer<Violation> seen,
            int logTroublePercent,
            @Nullable Rule without) {}

    /** An answer as a node gave it. */
    record Given(long at, String node, String user, ClientFrame.Numbered frame, Answer answer) {}

    Node(String name, int start, World world) {
        this.name = name;
        this.world = world;
        this.time = world.time();
        this.without = world.without();
        this.host = new Host(time);
        this.log = new NodeLog(time, host, world.broker(), world.logTroublePercent());
        this.topics = new Topics(time, host, world.broker(), without);
        int[] count = new int[1];
        String first = without == Rule.INCARNATIONS_ARE_NEW ? name : name + "-" + start;
        this.incarnations =
                new Incarnations(() -> without == Rule.INCARNATIONS_ARE_NEW ? first : first + "-" + ++count[0]);
        this.table = new TableLoop(incarnations, name, topics, host, times());
        this.gate = new FreshGate(table);
        this.receiver = new ChannelReceiver(incarnations, sessions, counts);
        ChannelPublisher channels =
                (channel, recipients, frame) -> topics.publish(channel, incarnations.current(), recipients, frame);
        LookedEarly early = new LookedEarly(log, channels, table);
        this.journal = without == Rule.TABLE_AFTER_APPEND ? early : log;
        ChannelPublisher publisher = without == Rule.TABLE_AFTER_APPEND ? early : channels;
        this.fanout = new ChannelFanout(
                table,
                gate,
                sessions,
                publisher,
                new ChannelFanout.Edges(conversation -> Runnable::run, host, host, counts),
                0);
        LogEnds ends = new SharedLogEnds(topics);
        this.checkpoints = new Checkpoints(ends, host, time.random(), CHECKPOINT_EVERY, Duration.ofSeconds(1));
        Subscriptions.Around around = new Subscriptions.Around(table, topics, sessions, loop::add, host);
        this.subscriptions = new Subscriptions(
                around,
                new Subscriptions.Settings(
                        without == Rule.WAIT_BEFORE_ENDS ? Duration.ZERO : T.multipliedBy(2), KEEP_CHANNEL),
                session -> greeter(without == Rule.ENDS_AFTER_WAIT ? () -> early(session) : ends)
                        .accept(session),
                checkpoints::onOtherGone);
        RosterSource source = world.yard().rosters(host);
        this.rosters = new Rosters(source, host, 100);
        Membership known = new ConversationMembership(rosters, source, gate);
        this.membership = without == Rule.MEMBERS_AFTER_APPEND ? new NamedEarly(known) : known;
        this.notices = notices(around);
        this.relay = relay();
        WindowStore store = world.memory().seenBy(name, host, incarnations::current);
        this.window = new AgreedWindow(store, table.accord());
        this.acceptor = acceptor(store, ends);
        this.markLog = new CountedMarks(time, log);
        this.marks = marks();
        this.door = new Door(
                name, world, host, new Door.Inside(sessions, subscriptions, checkpoints, this::opening, this::act));
    }

    private TableLoop.Times times() {
        Duration fresh = without == Rule.FRESH_BEFORE_FANOUT ? FOREVER : T;
        return new TableLoop.Times(fresh, Duration.ofMillis(250), GONE_AFTER, SURE_AFTER);
    }

    private Greeter greeter(LogEnds ends) {
        return new Greeter(
                ends,
                id -> CompletableFuture.completedFuture(People.profile(id)),
                Limits.DEFAULTS,
                time.clock(),
                host,
                checkpoints::onGreeted);
    }

    private Acceptor acceptor(WindowStore store, LogEnds ends) {
        SharedWindow believed = believed(store);
        Holders holders = believed instanceof LookedBefore looked
                ? looked
                : world.history().holders(host);
        RecentTargets recent = new RecentTargets(world.history().targets(host));
        SendRate unlimited = new SendRate(1_000, 1_000, host);
        return new Acceptor(
                new Window(1_000),
                new Acceptor.Ports(
                        believed,
                        new Rates(unlimited, unlimited),
                        new Checks(membership, recent),
                        new UnknownAppends(journal, ends, fanout, membership, host, host),
                        holders,
                        fanout,
                        new Aftermath(recent, List.of()),
                        counts,
                        without == Rule.FRAMES_ARE_BOUNDED ? Integer.MAX_VALUE : UNDER_WAY_MAX));
    }

    private SharedWindow believed(WindowStore store) {
        return switch (without) {
            case ONE_AGREED_WINDOW -> new Credulous(store, false);
            case CLAIM_AFTER_APPEND -> new Credulous(store, true);
            case CONTEST_BEFORE_APPEND, REFUSAL_IS_LOOKED_UP -> new Weakened(window, without, host);
            case LOOK_AFTER_APPEND -> new LookedBefore(window, world.history().holders(host));
            case null, default -> window;
        };
    }

    private MembershipNotices notices(Subscriptions.Around around) {
        MembershipNotices.Held held = without == Rule.READINGS_ARE_FORGOTTEN ? new OnlyWhatIsRead(rosters) : rosters;
        return new MembershipNotices(
                around,
                without == Rule.SYNC_AFTER_ALL_APPLIED ? Duration.ZERO : T.multipliedBy(2),
                without == Rule.NEW_MEMBERS_SYNC ? sessions -> {} : checkpoints::now,
                held);
    }

    private RoomRelay relay() {
        Notices told = without == Rule.REMOVAL_TOLD_FIRST
                ? notice -> {
                    host.later(time.between(500, 3_000), () -> topics.tell(notice));
                    return CompletableFuture.completedFuture(null);
                }
                : topics::tell;
        Holders holders = world.history().holders(host);
        return new RoomRelay(
                world.yard().seenBy(host),
                log,
                told,
                (conversation, change, position) -> without == Rule.FIRST_RECORD_IS_HEARD
                        ? CompletableFuture.completedFuture(true)
                        : holders.of(
                                        new MessageKey(Internal.CHANGES, conversation, Internal.changeId(change)),
                                        position)
                                .thenApply(holder -> holder.position() == position),
                fanout,
                rosters);
    }

    /** Somebody asks this node for a change of the yard; whether they are answered is another matter. */
    void command(String caller, RoomCommand command, Consumer<Decision> answered) {
        host.later(
                time.between(1, 30),
                () -> relay.command(Yard.ID, caller, command).whenComplete((decision, unknown) -> {
                    time.note(() -> name + " answers " + command + ": " + (unknown == null ? decision : unknown));
                    if (unknown == null) {
                        answered.accept(decision);
                    }
                }));
    }

    /** Forgets what was read, and not what is being read. */
    private record OnlyWhatIsRead(Rosters rosters) implements MembershipNotices.Held {
        @Override
        public void forget(String conversation) {
            if (rosters.now(conversation) != null) {
                rosters.forget(conversation);
            }
        }

        @Override
        public void forgetAll() {
            rosters.forgetAll();
        }
    }

    private Marks marks() {
        return new Marks(membership, markLog, fanout, host, host, () -> time.note(() -> "a mark is lost"));
    }

    /** Begins its loop, with a first look at Redis. */
    void start() {
        window.refresh();
        host.later(5, this::pass);
        host.every(Duration.ofMillis(400), window::refresh);
        host.every(Duration.ofSeconds(1), checkpoints::sweep);
        host.every(Duration.ofSeconds(1), () -> relay.sweep(LEFT_BEHIND_MILLIS, 10));
    }

    String name() {
        return name;
    }

    Host host() {
        return host;
    }

    int appendsMost() {
        return log.underWayMost();
    }

    int marksMost() {
        return markLog.most();
    }

    void die() {
        host.die();
        lines.forEach(Line::broken);
    }

    /** A socket that breaks when this process dies. */
    void connecting(Line line) {
        lines.add(line);
    }

    /** The socket is gone. */
    void gone(Line line) {
        lines.remove(line);
    }

    Door door() {
        return door;
    }

    private void opening(Line line) {
        if (without == Rule.ENDS_AFTER_WAIT) {
            endsAtOpening.put(line.id(), world.broker().ends());
        }
    }

    private CompletionStage<?> act(Line line, ClientFrame frame) {
        if (frame instanceof ClientFrame.Numbered numbered) {
            return submit(line, numbered);
        }
        if (frame instanceof ClientFrame.Read read) {
            (without == Rule.MARKS_COALESCE ? marks() : marks).onRead(line.user(), read);
        }
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<?> submit(Line line, ClientFrame.Numbered frame) {
        return acceptor.submit(new Sender(line.user(), line.id()), frame).thenAccept(answer -> {
            time.note(() -> name + " answers " + Frames.words(frame) + ": " + Frames.words(answer));
            world.ledger().accept(new Given(time.now(), name, line.user(), frame, answer));
            switch (answer) {
                case Answer.Accepted accepted -> Door.answer(line, accepted.frame());
                case Answer.Rejected rejected -> Door.answer(line, rejected.frame());
                case Answer.Unknown unknown -> {}
            }
        });
    }

    /** One turn of the loop, as TableThread and ChannelThread take theirs. */
    private void pass() {
        topics.readControl(
                record -> without != Rule.GONE_IS_A_LAPSE || !ownGone(record),
                (record, offset) -> table.onRecord(record, offset));
        table.onPass();
        subscriptions.onPass();
        notices.onPass();
        gate.onPass();
        for (Runnable task = loop.poll(); task != null; task = loop.poll()) {
            task.run();
        }
        topics.readChannels(receiver);
        door.readControl();
        host.later(time.now() < Play.QUIET_AT ? time.between(60, 180) : 450, this::pass);
    }

    private boolean ownGone(ControlRecord record) {
        return record instanceof ControlRecord.Gone gone && gone.incarnation().equals(incarnations.current());
    }

    private CompletableFuture<LogVector> early(Session session) {
        return CompletableFuture.completedFuture(endsAtOpening.getOrDefault(session.id(), LogVector.start(0)));
    }
}
