package dev.postrider.chat.presence;

import dev.postrider.contracts.frame.ServerFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which sockets of this node watch which rooms. One thread; no I/O; holds a {@link WatchedRoom} per watched room. */
final class OnlineRooms {
    private final long frameEveryMillis;
    private final Map<String, WatchedRoom> rooms = new LinkedHashMap<>();
    private final Map<String, Set<String>> bySession = new HashMap<>();
    private final Set<String> closed = new LinkedHashSet<>();

    OnlineRooms(long frameEveryMillis) {
        this.frameEveryMillis = frameEveryMillis;
    }

    /** The same frame for all of these. */
    record Frame(List<String> sessions, ServerFrame.Online frame) {}

    /** Who may be told what. */
    interface View {
        boolean known(String user);

        /** Between whom and the owner of this socket there is a block. */
        Set<String> hidden(String session);
    }

    boolean isWatched(String room) {
        return rooms.containsKey(room);
    }

    /**
     * The socket watches these rooms from now on and no others, and is owed their present state by {@code answerBy}.
     *
     * @return those whose members are to be read
     */
    List<String> watch(String session, String user, Set<String> wanted, long answerBy) {
        List<String> unread = new ArrayList<>();
        for (String room : bySession.getOrDefault(session, Set.of())) {
            if (!wanted.contains(room)) {
                drop(room, session);
            }
        }
        for (String room : wanted) {
            WatchedRoom watched = rooms.computeIfAbsent(room, WatchedRoom::new);
            closed.remove(room);
            watched.watch(session, user, answerBy);
            if (!watched.isReadFor(user)) {
                unread.add(room);
            }
        }
        if (wanted.isEmpty()) {
            bySession.remove(session);
        } else {
            bySession.put(session, Set.copyOf(wanted));
        }
        return unread;
    }

    /** The socket is owed the present state of its rooms anew. */
    void owe(String session, long answerBy) {
        for (String room : bySession.getOrDefault(session, Set.of())) {
            WatchedRoom watched = rooms.get(room);
            if (watched != null) {
                watched.owe(session, answerBy);
            }
        }
    }

    /** Who is a member may have changed: nothing is told until it was read again. False where nobody watches. */
    boolean outdated(String room) {
        WatchedRoom watched = rooms.get(room);
        if (watched != null) {
            watched.outdated();
        }
        return watched != null;
    }

    /** The room's members were read; sockets of others are told nothing more. */
    void members(String room, Set<String> members, Predicate<String> online) {
        WatchedRoom watched = rooms.get(room);
        if (watched != null) {
            watched.members(members, online);
            closeIfUnwatched(room, watched);
        }
    }

    void changed(String room, String user, boolean online) {
        WatchedRoom watched = rooms.get(room);
        if (watched != null) {
            watched.changed(user, online);
        }
    }

    /** Nobody watches it any more; answers who did. */
    List<String> close(String room) {
        WatchedRoom watched = rooms.remove(room);
        closed.add(room);
        return watched == null ? List.of() : watched.sessions();
    }

    /** Rooms that were given up since the last call. */
    List<String> drainClosed() {
        List<String> all = List.copyOf(closed);
        closed.clear();
        return all;
    }

    List<Frame> due(long now, View view) {
        List<Frame> frames = new ArrayList<>();
        rooms.values().forEach(room -> room.due(now, frameEveryMillis, view, frames));
        return frames;
    }

    void offered(Frame frame, long at) {
        WatchedRoom watched = rooms.get(frame.frame().conversation());
        if (watched != null) {
            watched.offered(frame, at, frameEveryMillis);
        }
    }

    private void drop(String room, String session) {
        WatchedRoom watched = rooms.get(room);
        if (watched != null) {
            watched.leave(session);
            closeIfUnwatched(room, watched);
        }
    }

    private void closeIfUnwatched(String room, WatchedRoom watched) {
        if (watched.sessions().isEmpty()) {
            close(room);
        }
    }
}
