package dev.postrider.chat.presence;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Around around;
    private final PresenceBoard board;
    private final RoomReads roomReads;
    private final Map<String, Session> sessions = new HashMap<>();
    private boolean writing;
    private boolean reading;
    private long pausedUntil;

    PresenceLoop(
            LiveContext live, LiveWire wire, Registers registers, PresenceConfig config, Clock clock, Around around) {
        this.live = live;
        this.wire = wire;
        this.registers = registers;
        this.config = config;
        this.clock = clock;
        this.around = around;
        this.board = new PresenceBoard(config);
        this.roomReads = new RoomReads(config.frameEvery().toMillis());
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

    /**
     * The socket watches these from now on, as far as they are given.
     *
     * @param hidden between whom and the socket's owner there is a block
     */
    void watch(Session session, WatchRequests.Asked asked, Set<String> hidden, Runnable refused) {
        live.run(() -> {
            if (!sessions.containsKey(session.id())) {
                return;
            }
            long now = clock.millis();
            board.hide(session.id(), hidden, now);
            if (asked.rooms() != null) {
                board.watchRooms(session.id(), session.userId(), new LinkedHashSet<>(asked.rooms()), now)
                        .forEach(room -> roomReads.want(room, now));
            }
            if (asked.users() != null) {
                watchUsers(session, asked.users(), refused);
            }
        });
    }

    private void watchUsers(Session session, Collection<String> watched, Runnable refused) {
        if (board.watch(session.id(), watched, clock.millis())) {
            learnProfiles(watched);
        } else {
            refused.run();
        }
    }

    /** Between whom and the socket's owner there is a block has changed. */
    void hide(Session session, Set<String> hidden) {
        live.run(() -> {
            if (sessions.containsKey(session.id())) {
                board.hide(session.id(), hidden, clock.millis());
            }
        });
    }

    /** Who is in a room may have changed. */
    void membersChanged(String room) {
        live.run(() -> {
            if (board.outdated(room)) {
                roomReads.want(room, clock.millis());
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
        live.run(() -> tellProfile(profile));
    }

    private void tellProfile(User profile) {
        offer(board.profiled(profile), new ServerFrame.Profile(profile.publicly()));
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
        readRooms(now);
        board.endedStatuses(now).forEach(this::tellProfile);
        for (PresenceBoard.Addressed due : board.dueFrames(now)) {
            offer(List.of(due.session()), due.frame());
            board.offered(due, clock.millis());
        }
        for (OnlineRooms.Frame due : board.dueRooms(now)) {
            offer(due.sessions(), due.frame());
            board.offered(due, clock.millis());
        }
    }

    private void readRooms(long now) {
        for (String room : roomReads.due(now)) {
            around.company()
                    .members(room)
                    .subscribe()
                    .with(live.on(members -> roomRead(room, members)), live.on(away -> roomUnread(room, away)));
        }
    }

    private void roomRead(String room, Set<String> members) {
        if (!board.isWatched(room)) {
            roomReads.forget(room);
        } else if (roomReads.done(room, clock.millis())) {
            board.members(room, members).stream()
                    .map(sessions::get)
                    .filter(Objects::nonNull)
                    .forEach(WatchRequests::tooMany);
        }
    }

    private void roomUnread(String room, Throwable away) {
        LOG.debugf("Who is in a watched room cannot be read now: %s", away.getMessage());
        roomReads.failed(room, clock.millis() + config.pauseAfterFailure().toMillis());
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
        around.profiles()
                .of(watched)
                .subscribe()
                .with(live.on(found -> found.values().forEach(board::learned)), this::profilesFailed);
    }

    private void profilesFailed(Throwable fault) {
        LOG.warnf("Profiles of the watched could not be learned: %s", fault.getMessage());
    }

    /** Encoded once for all of them. */
    private void offer(List<String> sessionIds, ServerFrame frame) {
        List<Session> open =
                sessionIds.stream().map(sessions::get).filter(Objects::nonNull).toList();
        if (!open.isEmpty()) {
            Outgoing outgoing = Outgoing.ephemeral(FrameCodec.write(frame));
            open.forEach(session -> session.offer(outgoing));
        }
    }
}
