package dev.postrider.chat.presence;

import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Drives the {@link PresenceBoard}: brings events in, carries its calls to Redis and its frames to the sockets.
 *
 * <ul>
 *   <li>At most one write and one read are under way at a time, of {@code batchMax} users each: a thousand sockets
 *       opened at once cost as many calls as a thousand divided by that.
 *   <li>A failed call pauses both for {@code pauseAfterFailure}; what was due stays due.
 *   <li>Frames are offered, never awaited: a socket that does not read loses them.
 * </ul>
 */
@ApplicationScoped
class PresenceLoop implements LiveWire.AboutUsers {
    private static final Logger LOG = Logger.getLogger(PresenceLoop.class);

    private final LiveContext live;
    private final LiveWire wire;
    private final Registers registers;
    private final PresenceConfig config;
    private final Clock clock;
    private final Profiles profiles;
    private final PresenceBoard board;
    private final Map<String, Session> sessions = new HashMap<>();
    private boolean writing;
    private boolean reading;
    private long pausedUntil;

    PresenceLoop(
            LiveContext live,
            LiveWire wire,
            Registers registers,
            PresenceConfig config,
            Clock clock,
            Profiles profiles) {
        this.live = live;
        this.wire = wire;
        this.registers = registers;
        this.config = config;
        this.clock = clock;
        this.profiles = profiles;
        this.board = new PresenceBoard(config);
    }

    void start() {
        wire.start(this);
        live.every(config.tickEvery(), this::tick);
    }

    /** Registers stay: whoever moves to another node in time was never away, and of the others they expire. */
    void stop() {
        live.stop();
        live.run(wire::close);
    }

    void opened(Session session) {
        live.run(() -> {
            if (sessions.putIfAbsent(session.id(), session) == null) {
                board.opened(session.userId());
            }
        });
    }

    void closed(Session session) {
        live.run(() -> {
            if (sessions.remove(session.id()) != null) {
                board.closed(session.userId(), session.id(), clock.millis());
            }
        });
    }

    void watch(Session session, Collection<String> watched, Runnable refused) {
        live.run(() -> {
            if (!sessions.containsKey(session.id())) {
                return;
            }
            if (board.watch(session.id(), watched, clock.millis())) {
                learnProfiles(watched);
            } else {
                refused.run();
            }
        });
    }

    /** Those with a socket here, or one closed so lately that they still count. */
    Uni<Set<String>> localAmong(Collection<String> asked) {
        return Uni.createFrom()
                .emitter(answer -> live.run(() -> answer.complete(
                        asked.stream().filter(board::isLocal).collect(Collectors.toUnmodifiableSet()))));
    }

    /** A profile was changed, somewhere. */
    void profiled(User profile) {
        live.run(() -> {
            ServerFrame.Profile frame = new ServerFrame.Profile(profile.publicly());
            board.profiled(profile).forEach(session -> offer(session, frame));
        });
    }

    @Override
    public void following(String user) {
        board.following(user, clock.millis());
    }

    @Override
    public void told(String user, Seen seen) {
        board.told(user, seen, clock.millis());
    }

    private void tick() {
        long now = clock.millis();
        wire.tick(now);
        wire.followUsers(board.drainToFollow());
        wire.leaveUsers(board.drainToLeave());
        write(now);
        read(now);
        board.dueFrames(now).forEach(due -> offer(due.session(), due.frame()));
    }

    private void write(long now) {
        if (writing || now < pausedUntil) {
            return;
        }
        List<String> marks = board.dueMarks(now);
        if (!marks.isEmpty()) {
            writing = true;
            registers
                    .markOnline(marks)
                    .subscribe()
                    .with(live.on(done -> marked(marks, now)), live.on(this::writeFailed));
            return;
        }
        List<LocalUsers.Leaving> leaving = board.dueRemovals(now);
        if (!leaving.isEmpty()) {
            writing = true;
            registers.markOffline(leaving).subscribe().with(live.on(this::removed), live.on(this::writeFailed));
        }
    }

    private void marked(List<String> marks, long sentAt) {
        writing = false;
        board.marked(marks, sentAt);
        write(clock.millis());
    }

    private void removed(Map<String, Seen> answers) {
        writing = false;
        board.removed(answers, clock.millis());
        write(clock.millis());
    }

    private void writeFailed(Throwable cause) {
        writing = false;
        pause(cause);
    }

    private void read(long now) {
        if (reading || now < pausedUntil) {
            return;
        }
        List<String> due = board.dueReads(now);
        if (!due.isEmpty()) {
            reading = true;
            registers
                    .read(due)
                    .subscribe()
                    .with(live.on(answers -> readDone(answers, now)), live.on(cause -> readFailed(due, cause)));
        }
    }

    private void readDone(Map<String, Seen> answers, long sentAt) {
        reading = false;
        board.read(answers, sentAt, clock.millis());
        read(clock.millis());
    }

    private void readFailed(List<String> due, Throwable cause) {
        reading = false;
        board.readFailed(due, clock.millis());
        pause(cause);
    }

    private void pause(Throwable cause) {
        LOG.debugf("Redis did not answer, presence pauses: %s", cause.getMessage());
        pausedUntil = clock.millis() + config.pauseAfterFailure().toMillis();
    }

    private void learnProfiles(Collection<String> watched) {
        profiles.of(watched)
                .subscribe()
                .with(live.on(found -> found.values().forEach(board::learned)), this::profilesFailed);
    }

    private void profilesFailed(Throwable fault) {
        LOG.warnf("Profiles of the watched could not be learned: %s", fault.getMessage());
    }

    private void offer(String sessionId, ServerFrame frame) {
        Session session = sessions.get(sessionId);
        if (session != null) {
            LocalOffer.to(session, frame);
        }
    }
}
