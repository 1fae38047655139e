package dev.postrider.simulator;

import dev.postrider.base.identity.EndedSessions;
import dev.postrider.chat.channel.Checkpoints;
import dev.postrider.chat.channel.Subscriptions;
import dev.postrider.chat.limit.TokenBucket;
import dev.postrider.chat.session.ClientSession;
import dev.postrider.chat.session.EphemeralFrames;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.SessionLimits;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.socket.Connected;
import dev.postrider.chat.socket.Inbox;
import dev.postrider.chat.socket.OpenSockets;
import dev.postrider.chat.socket.SessionEars;
import dev.postrider.chat.socket.SocketSession;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.simulator.Violation.Kind;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** How devices come in and go out: the production classes between a wire and the session. */
final class Door {
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final int OUTBOX_BYTES_MAX = 6_000;
    private static final int REAL_OUTBOX_BYTES_MAX = 1_048_576;
    private static final int IN_FLIGHT_BYTES_MAX = 1_500;
    private static final Inbox.Bounds INBOX = new Inbox.Bounds(64, 32_768, 12);
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final long ENDED_WITHIN = 1_000;

    private final String name;
    private final Node.World world;
    private final Timeline time;
    private final Host host;
    private final EndedSessions ended = new EndedSessions();
    private final Inside inside;
    private final OpenSockets sockets;
    private final long caughtUpAt;
    private final int controlEnd;
    private int controlNext;

    /** What sockets lead to. */
    record Inside(
            Sessions sessions,
            Subscriptions subscriptions,
            Checkpoints checkpoints,
            Consumer<Line> opens,
            BiFunction<Line, ClientFrame, CompletionStage<?>> act) {}

    Door(String name, Node.World world, Host host, Inside inside) {
        this.name = name;
        this.world = world;
        this.time = world.time();
        this.host = host;
        this.inside = inside;
        this.controlEnd = world.broker().control().size();
        this.caughtUpAt = time.now() + (controlEnd == 0 ? 0 : time.between(1, 1_500));
        SessionEars ears = new SessionEars(
                inside.subscriptions(),
                inside.checkpoints(),
                new Unheard(),
                code -> time.note(() -> name + " closes a socket with " + code));
        EndedSessions looked = without(Rule.SECOND_LOOK) ? new FirstLookOnly(ended) : ended;
        this.sockets = new OpenSockets(inside.sessions(), ears, looked, time.clock());
        sockets.onStart(new StartupEvent());
        host.every(Duration.ofSeconds(1), sockets::tick);
    }

    private boolean without(Rule rule) {
        return world.without() == rule;
    }

    /** Once per pass: the control topic as every verifying service reads it. */
    void readControl() {
        if (time.now() >= caughtUpAt) {
            List<ControlRecord> control = world.broker().control();
            for (; controlNext < control.size(); controlNext++) {
                ended.onControl(control.get(controlNext), controlNext);
            }
        }
    }

    private boolean caughtUp() {
        return controlNext >= controlEnd || without(Rule.FILLED_BEFORE_READY);
    }

    /** The upgrade: looks at the token, and opens the socket a moment later. */
    void knock(Line line) {
        if (!caughtUp()) {
            time.note(() -> name + " is not ready for " + line.id());
            line.close(CloseCode.RESTARTING.code(), "not ready");
        } else if (ended.isEnded(line.signIn())) {
            time.note(() -> name + " refuses " + line.id() + ": the sign-in is over");
            line.close(CloseCode.SESSION_ENDED.code(), "signed out");
        } else {
            host.later(time.between(0, 200), () -> open(line));
        }
    }

    private void open(Line line) {
        if (line.left()) {
            return;
        }
        ClientSession session = new ClientSession(
                new ClientSession.Identity(
                        line.id(), line.user(), line.signIn(), world.auth().tokenEnds(), null),
                line,
                limits(line),
                time.clock().instant(),
                this::closed);
        SocketSession socket = new SocketSession(session, Set.of("send"), enough());
        Connected connected = new Connected(socket, new Inbox(INBOX, enough(), line, host, host, handler(line)));
        line.connected(connected);
        inside.opens().accept(line);
        sockets.opened(connected);
    }

    private SessionLimits limits(Line line) {
        return new SessionLimits(
                line.steady() ? REAL_OUTBOX_BYTES_MAX : OUTBOX_BYTES_MAX,
                IN_FLIGHT_BYTES_MAX,
                FOREVER,
                without(Rule.RENEWAL_GRACE) ? Duration.ZERO : GRACE);
    }

    /** Rates are not played. */
    private TokenBucket enough() {
        return new TokenBucket(1_000_000, 1_000_000, time.now());
    }

    private Function<String, CompletionStage<?>> handler(Line line) {
        return text -> switch (FrameCodec.readClient(text)) {
            case FrameCodec.Reading.Good good -> inside.act().apply(line, good.frame());
            case FrameCodec.Reading.Refused refused ->
                throw new IllegalStateException(refused.answer().detail());
        };
    }

    private void closed(Session session, CloseCode code) {
        if (code == CloseCode.TOKEN_ENDED) {
            world.seen().accept(new Violation(Kind.CUT_THOUGH_RENEWED, name + " cut " + session.id()));
        }
        sockets.closed(session, code);
    }

    void heard(Line line, String text) {
        Connected connected = line.connected();
        if (connected == null) {
            return;
        }
        connected.socket().heard(time.clock().instant());
        if (!connected.inbox().offer(text)
                && FrameCodec.readClient(text) instanceof FrameCodec.Reading.Good(ClientFrame.Numbered frame)) {
            connected.socket().answer(new ServerFrame.Rejected(frame.id(), null, RejectCode.RATE, "too fast", 1_000L));
        }
    }

    /** A node that was awake for a second writes nothing to a sign-in that was over before. */
    void writing(Line line) {
        if (host.awakeFor() > ENDED_WITHIN && world.auth().endedFor(line.signIn(), ENDED_WITHIN)) {
            world.seen()
                    .accept(new Violation(
                            Kind.FRAME_AFTER_END, "%s wrote to %s at %d".formatted(name, line.id(), time.now())));
        }
    }

    static void answer(Line line, ServerFrame frame) {
        Connected connected = line.connected();
        if (connected != null) {
            connected.socket().session().offer(Outgoing.answer(frame));
        }
    }

    /** Lets through who ended meanwhile. */
    private static final class FirstLookOnly extends EndedSessions {
        FirstLookOnly(EndedSessions all) {
            all.onEnded(this::add);
        }

        @Override
        public boolean isEnded(String sessionId) {
            return false;
        }
    }

    /** Presence and typing are not played. */
    private static final class Unheard implements EphemeralFrames {
        @Override
        public void onOpened(Session session) {}

        @Override
        public void onClosed(Session session) {}

        @Override
        public void onTyping(Session session, ClientFrame.Typing frame) {}

        @Override
        public void onWatch(Session session, ClientFrame.Watch frame) {}
    }
}
