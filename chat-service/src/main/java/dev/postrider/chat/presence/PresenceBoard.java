package dev.postrider.chat.presence;

import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is there, as seen from this node: events in, frames and calls for Redis out. One thread; no I/O; time in
 * milliseconds is given. A user with a socket here is online whatever Redis says; of all others Redis decides, and
 * while it is away nothing is said that was not known.
 */
final class PresenceBoard {
    private static final int LEAVING_MAX = 100_000;

    private final PresenceConfig config;
    private final LocalUsers local;
    private final Watched watched;
    private final FrameTurns turns;

    PresenceBoard(PresenceConfig config) {
        this.config = config;
        long refresh = config.refreshEvery().toMillis();
        local = new LocalUsers(config.offlineAfter().toMillis(), refresh, LEAVING_MAX);
        watched = new Watched(refresh + refresh / 2, config.rereadEvery().toMillis());
        turns = new FrameTurns(config.frameEvery().toMillis());
    }

    /** A socket of the user was opened here. */
    void opened(String user) {
        boolean before = isOnline(user);
        local.opened(user);
        if (!before) {
            changed(user);
        }
    }

    /** One of them is closed; others hear of it after {@code offlineAfter}. */
    void closed(String user, String session, long now) {
        local.closed(user, now);
        watched.replace(session, Set.of());
        turns.forget(session);
    }

    /** Replaces whom this socket watches, and owes it their state. False where the node watches too many already. */
    boolean watch(String session, Collection<String> users, long now) {
        Set<String> wanted = new LinkedHashSet<>(users);
        if (watched.sizeWith(session, wanted) > config.watchedUsersMax()) {
            return false;
        }
        watched.replace(session, wanted);
        turns.owe(session, wanted, now + config.answerWithin().toMillis());
        return true;
    }

    /**
     * Auth-service said who somebody is, asked when they were first watched. What was heard of a change since then is
     * newer and stays.
     */
    void learned(User profile) {
        if (watched.profile(profile.id()) == null && watched.profiled(profile)) {
            changed(profile.id());
        }
    }

    /** A profile was changed: the sockets that are to hear of it at once; their presence frames follow in turn. */
    List<String> profiled(User profile) {
        if (!watched.profiled(profile)) {
            return List.of();
        }
        changed(profile.id());
        List<String> sessions = new ArrayList<>();
        watched.eachWatcher(profile.id(), sessions::add);
        return sessions;
    }

    /** The subscription to news of the user stands. */
    void following(String user, long now) {
        watched.following(user, now);
    }

    /** News of the user arrived. */
    void told(String user, Seen seen, long now) {
        if (watched.told(user, seen, now) && !local.isOnline(user)) {
            changed(user);
        }
    }

    /** Redis answered what was asked at {@code sentAt}. */
    void read(Map<String, Seen> answers, long sentAt, long now) {
        answers.forEach((user, seen) -> {
            if (watched.read(user, seen, sentAt, now) && !local.isOnline(user)) {
                changed(user);
            }
        });
    }

    void readFailed(List<String> users, long now) {
        watched.readFailed(users, now + config.pauseAfterFailure().toMillis());
    }

    /** Redis holds these registers as of {@code sentAt}. */
    void marked(List<String> users, long sentAt) {
        local.marked(users, sentAt);
    }

    /** Redis took these registers back and told where the users stand without them. */
    void removed(Map<String, Seen> answers, long now) {
        answers.forEach((user, seen) -> {
            if (local.removed(user)) {
                watched.told(user, seen, now);
                if (!isOnline(user)) {
                    changed(user);
                }
            }
        });
    }

    List<String> dueMarks(long now) {
        return local.dueMarks(now, config.batchMax());
    }

    List<LocalUsers.Leaving> dueRemovals(long now) {
        return local.dueRemovals(now, config.batchMax());
    }

    List<String> dueReads(long now) {
        return watched.dueReads(now, config.batchMax());
    }

    List<String> drainToFollow() {
        return watched.drainToFollow();
    }

    List<String> drainToLeave() {
        return watched.drainToLeave();
    }

    /** A frame for one socket. */
    record Addressed(String session, ServerFrame.Presence frame) {}

    /** The presence frames that may go now. */
    List<Addressed> dueFrames(long now) {
        List<Addressed> frames = new ArrayList<>();
        for (FrameTurns.Frame due : turns.due(now, this::isKnown)) {
            FrameRoom room = new FrameRoom();
            List<PresenceState> states = new ArrayList<>();
            List<String> later = new ArrayList<>();
            for (String user : due.users()) {
                if (isKnown(user)) {
                    PresenceState state = stateOf(user, now);
                    if (room.take(state)) {
                        states.add(state);
                    } else {
                        later.add(user);
                    }
                }
            }
            turns.putBack(due.session(), later);
            frames.add(new Addressed(due.session(), new ServerFrame.Presence(states)));
        }
        return frames;
    }

    private boolean isOnline(String user) {
        Seen seen = watched.known(user);
        return local.isOnline(user) || (seen != null && seen.online());
    }

    boolean isLocal(String user) {
        return local.isOnline(user);
    }

    private boolean isKnown(String user) {
        return local.isOnline(user) || watched.known(user) != null;
    }

    private PresenceState stateOf(String user, long now) {
        Seen seen = watched.known(user);
        return PresenceStates.of(user, isOnline(user), seen, watched.profile(user), Instant.ofEpochMilli(now));
    }

    private void changed(String user) {
        watched.eachWatcher(user, session -> turns.changed(session, user));
    }
}
