package dev.postrider.chat.presence;

import dev.postrider.chat.presence.OnlineRooms.Frame;
import dev.postrider.chat.presence.OnlineRooms.View;
import dev.postrider.contracts.frame.ServerFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who of one room's members is online, and what its sockets are told of it. One thread; no I/O.
 *
 * <ul>
 *   <li>A socket gets the present state first, then what changed; no two frames to it are less than a turn apart.
 *   <li>What changed within a turn is one frame for all. A socket that was answered within the turn gets it with the next.
 *   <li>While the members are being read again nothing is told, and nothing ever to a socket of one who is no member.
 *   <li>Those between whom and the watcher there is a block are neither named nor counted.
 * </ul>
 */
final class WatchedRoom {
    private static final int FIRST_MAX = 200;
    private static final int CHANGES_MAX = 1_000;
    private static final long NO_ANSWER = Long.MIN_VALUE;

    private final String room;
    private final Map<String, Socket> sockets = new LinkedHashMap<>();
    private final Set<String> online = new LinkedHashSet<>();
    private final Map<String, Boolean> changes = new LinkedHashMap<>();
    private Map<String, Boolean> lastTurn = Map.of();
    private Set<String> members = Set.of();
    private boolean begun;
    private boolean current;
    private boolean settled;
    private boolean owing;
    private long nextAt;

    private static final class Socket {
        final String user;
        long answerBy;
        long nextAt;
        boolean missed;

        Socket(String user) {
            this.user = user;
        }
    }

    WatchedRoom(String room) {
        this.room = room;
    }

    void watch(String session, String user, long answerBy) {
        sockets.computeIfAbsent(session, id -> new Socket(user)).answerBy = answerBy;
    }

    void owe(String session, long answerBy) {
        Socket socket = sockets.get(session);
        if (socket != null) {
            socket.answerBy = answerBy;
        }
    }

    void leave(String session) {
        sockets.remove(session);
    }

    /** A frame was put into these sockets' outboxes only then: their turn counts from that moment, and the room's. */
    void offered(Frame frame, long at, long turnMillis) {
        for (String session : frame.sessions()) {
            Socket socket = sockets.get(session);
            if (socket != null) {
                socket.nextAt = Math.max(socket.nextAt, at + turnMillis);
            }
        }
        if (frame.frame().users() == null) {
            nextAt = Math.max(nextAt, at + turnMillis);
        }
    }

    List<String> sessions() {
        return List.copyOf(sockets.keySet());
    }

    boolean isReadFor(String user) {
        return current && members.contains(user);
    }

    void outdated() {
        current = false;
    }

    void members(Set<String> read, Predicate<String> isOnline) {
        members = Set.copyOf(read);
        current = true;
        settled = false;
        sockets.values().removeIf(socket -> !members.contains(socket.user));
        List.copyOf(online).stream().filter(user -> !members.contains(user)).forEach(user -> turned(user, false));
        members.forEach(user -> turned(user, isOnline.test(user)));
        if (!begun) {
            begun = true;
            changes.clear();
        }
    }

    void changed(String user, boolean isOnline) {
        if (members.contains(user)) {
            turned(user, isOnline);
        }
    }

    void due(long now, long turnMillis, View view, List<Frame> frames) {
        if (!current) {
            return;
        }
        answer(now, turnMillis, view, frames);
        if (now >= nextAt && (!changes.isEmpty() || owing)) {
            turn(now, turnMillis, view, frames);
        }
    }

    /** The present state, for those who are owed it. */
    private void answer(long now, long turnMillis, View view, List<Frame> frames) {
        Grouped grouped = new Grouped(view, hidden -> first(hidden));
        sockets.forEach((session, socket) -> {
            boolean asked = socket.answerBy != NO_ANSWER && socket.nextAt <= now;
            if (asked && (now >= socket.answerBy || isSettled(view))) {
                socket.answerBy = NO_ANSWER;
                socket.missed = false;
                socket.nextAt = now + turnMillis;
                grouped.add(session);
            }
        });
        grouped.into(frames);
    }

    /** Whether it is known of everybody where they are; once it is, it stays so until the members are read again. */
    private boolean isSettled(View view) {
        settled = settled || members.stream().allMatch(view::known);
        return settled;
    }

    /** What changed since the last turn, for those who know the state before. */
    private void turn(long now, long turnMillis, View view, List<Frame> frames) {
        Map<String, Boolean> these = take();
        Map<String, Boolean> both = new LinkedHashMap<>(lastTurn);
        both.putAll(these);
        Grouped late = new Grouped(view, hidden -> changed(both, hidden));
        Grouped inTime = new Grouped(view, hidden -> changed(these, hidden));
        owing = false;
        sockets.forEach((session, socket) -> {
            if (socket.answerBy != NO_ANSWER) {
                return;
            }
            if (socket.nextAt > now) {
                socket.missed = true;
                owing = true;
                return;
            }
            (socket.missed ? late : inTime).add(session);
            socket.missed = false;
            socket.nextAt = now + turnMillis;
        });
        late.into(frames);
        inTime.into(frames);
        lastTurn = these;
        nextAt = now + turnMillis;
    }

    private Map<String, Boolean> take() {
        Map<String, Boolean> taken = new LinkedHashMap<>();
        Iterator<Map.Entry<String, Boolean>> all = changes.entrySet().iterator();
        while (all.hasNext() && taken.size() < CHANGES_MAX) {
            Map.Entry<String, Boolean> one = all.next();
            taken.put(one.getKey(), one.getValue());
            all.remove();
        }
        return taken;
    }

    private ServerFrame.Online first(Set<String> hidden) {
        List<String> users = online.stream()
                .filter(user -> !hidden.contains(user))
                .limit(FIRST_MAX)
                .toList();
        return new ServerFrame.Online(room, total(hidden), users, null, null);
    }

    /** Null where it says nothing. */
    private ServerFrame.@Nullable Online changed(Map<String, Boolean> turn, Set<String> hidden) {
        List<String> came = new ArrayList<>();
        List<String> went = new ArrayList<>();
        turn.forEach((user, isOnline) -> {
            if (!hidden.contains(user)) {
                (isOnline ? came : went).add(user);
            }
        });
        return came.isEmpty() && went.isEmpty() ? null : new ServerFrame.Online(room, total(hidden), null, came, went);
    }

    private int total(Set<String> hidden) {
        return online.size() - (int) hidden.stream().filter(online::contains).count();
    }

    private void turned(String user, boolean isOnline) {
        if (isOnline ? online.add(user) : online.remove(user)) {
            changes.put(user, isOnline);
        }
    }

    /** Sockets whose owners may see the same get the same frame. */
    private final class Grouped {
        private final View view;
        private final Function<Set<String>, ServerFrame.@Nullable Online> frame;
        private final Map<Set<String>, List<String>> sessions = new LinkedHashMap<>();

        Grouped(View view, Function<Set<String>, ServerFrame.@Nullable Online> frame) {
            this.view = view;
            this.frame = frame;
        }

        void add(String session) {
            Set<String> hidden = view.hidden(session);
            Set<String> here = hidden.stream().anyMatch(members::contains) ? hidden : Set.of();
            sessions.computeIfAbsent(here, users -> new ArrayList<>()).add(session);
        }

        void into(List<Frame> frames) {
            sessions.forEach((hidden, among) -> {
                ServerFrame.Online told = frame.apply(hidden);
                if (told != null) {
                    frames.add(new Frame(among, told));
                }
            });
        }
    }
}
