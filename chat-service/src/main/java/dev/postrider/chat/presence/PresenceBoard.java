package dev.postrider.chat.presence;

import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final OnlineRooms rooms;
    private final StatusEnds statusEnds = new StatusEnds();
    private final Map<String, Set<String>> hidden = new HashMap<>();

    PresenceBoard(PresenceConfig config) {
        this.config = config;
        long refresh = config.refreshEvery().toMillis();
        local = new LocalUsers(config.offlineAfter().toMillis(), refresh, LEAVING_MAX);
        watched = new Watched(refresh + refresh / 2, config.rereadEvery().toMillis());
        turns = new FrameTurns(config.frameEvery().toMillis());
        rooms = new OnlineRooms(config.frameEvery().toMillis());
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
        rooms.watch(session, user, Set.of(), now);
        hidden.remove(session);
    }

    /** Between whom and the owner of this socket there is a block: they are told nothing of each other from now on. */
    void hide(String session, Set<String> others, long now) {
        Set<String> before = others.isEmpty() ? hidden.remove(session) : hidden.put(session, Set.copyOf(others));
        Set<String> changed = new HashSet<>(before == null ? Set.of() : before);
        changed.removeIf(others::contains);
        others.stream().filter(user -> before == null || !before.contains(user)).forEach(changed::add);
        if (!changed.isEmpty()) {
            Set<String> users = watched.usersOf(session);
            changed.stream().filter(users::contains).forEach(user -> turns.changed(session, user));
            rooms.owe(session, now + config.answerWithin().toMillis());
        }
    }

    private Set<String> hiddenFrom(String session) {
        return hidden.getOrDefault(session, Set.of());
    }

    /** Replaces which rooms this socket watches. Answers those whose members are to be read. */
    List<String> watchRooms(String session, String user, Set<String> wanted, long now) {
        return rooms.watch(session, user, wanted, now + config.answerWithin().toMillis());
    }

    /** Who is in this room may have changed; true where somebody watches it, and it is to be read. */
    boolean outdated(String room) {
        return rooms.outdated(room);
    }

    boolean isWatched(String room) {
        return rooms.isWatched(room);
    }

    /** The room's members. Answers whose sockets cannot watch it, where the node watches too many already. */
    List<String> members(String room, Set<String> members) {
        if (!rooms.isWatched(room)) {
            return List.of();
        }
        if (watched.sizeWith(room, members) > config.watchedUsersMax()) {
            return rooms.close(room);
        }
        watched.replace(room, members);
        rooms.members(room, members, this::isOnline);
        return List.of();
    }

    /** The frames about rooms that may go now. */
    List<OnlineRooms.Frame> dueRooms(long now) {
        rooms.drainClosed().forEach(room -> watched.replace(room, Set.of()));
        return rooms.due(now, new OnlineRooms.View() {
            @Override
            public boolean known(String user) {
                return isKnown(user);
            }

            @Override
            public Set<String> hidden(String session) {
                return hiddenFrom(session);
            }
        });
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
            statusEnds.note(profile);
            changed(profile.id());
        }
    }

    /** A profile was changed: the sockets that are to hear of it at once; their presence frames follow in turn. */
    List<String> profiled(User profile) {
        if (!watched.profiled(profile)) {
            return List.of();
        }
        statusEnds.note(profile);
        changed(profile.id());
        List<String> sessions = new ArrayList<>();
        watched.eachWatcher(profile.id(), session -> {
            if (!rooms.isWatched(session) && !hiddenFrom(session).contains(profile.id())) {
                sessions.add(session);
            }
        });
        return sessions;
    }

    /** Those whose status has ended by itself, as they are now. */
    List<User> endedStatuses(long now) {
        List<User> ended = new ArrayList<>();
        for (String user : statusEnds.due(now, watched::isWatched)) {
            User profile = watched.profile(user);
            User after = profile == null ? null : profile.asOf(Instant.ofEpochMilli(now));
            if (after != null && !after.equals(profile)) {
                ended.add(after);
            }
        }
        return ended;
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
                    PresenceState state = stateFor(due.session(), user, now);
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

    /** The frame was put into the outbox only then: the next one is no sooner than a turn after that. */
    void offered(Addressed frame, long at) {
        turns.offered(frame.session(), at);
    }

    void offered(OnlineRooms.Frame frame, long at) {
        rooms.offered(frame, at);
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

    private PresenceState stateFor(String session, String user, long now) {
        if (hiddenFrom(session).contains(user)) {
            return PresenceStates.silent(user);
        }
        Seen seen = watched.known(user);
        return PresenceStates.of(user, isOnline(user), seen, watched.profile(user), Instant.ofEpochMilli(now));
    }

    private void changed(String user) {
        boolean online = isOnline(user);
        watched.eachWatcher(user, watcher -> {
            if (rooms.isWatched(watcher)) {
                rooms.changed(watcher, user, online);
            } else {
                turns.changed(watcher, user);
            }
        });
    }
}
