package dev.postrider.chat.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has a socket on this node, and which registers in Redis must be written for it. One thread; no I/O.
 *
 * <pre>
 * absent ──opened──▶ here ──last closed──▶ leaving ──offlineAfter, register taken back──▶ absent
 *                     ▲                       │
 *                     └────────opened─────────┘
 * </pre>
 *
 * A leaving user still counts as online and keeps the register fresh. Bounded by the node's connections, and by
 * {@code leavingMax} for those who left while Redis was away (the oldest is forgotten; the register expires alone).
 */
final class LocalUsers {
    private final long offlineAfterMillis;
    private final long refreshMillis;
    private final int leavingMax;
    private final Map<String, Integer> sockets = new HashMap<>();
    private final Set<String> unmarked = new LinkedHashSet<>();
    private final Map<String, Long> markedAt = new LinkedHashMap<>();
    private final Map<String, Long> closedAt = new LinkedHashMap<>();

    /** A user whose register is to be taken back, and how long ago their last socket closed. */
    record Leaving(String user, long agoMillis) {}

    LocalUsers(long offlineAfterMillis, long refreshMillis, int leavingMax) {
        this.offlineAfterMillis = offlineAfterMillis;
        this.refreshMillis = refreshMillis;
        this.leavingMax = leavingMax;
    }

    /** True where the user was not online on this node before. */
    boolean opened(String user) {
        boolean was = isOnline(user);
        sockets.merge(user, 1, Integer::sum);
        closedAt.remove(user);
        if (!markedAt.containsKey(user)) {
            unmarked.add(user);
        }
        return !was;
    }

    void closed(String user, long now) {
        Integer open = sockets.get(user);
        if (open == null) {
            return;
        }
        if (open > 1) {
            sockets.put(user, open - 1);
            return;
        }
        sockets.remove(user);
        closedAt.put(user, now);
        if (closedAt.size() > leavingMax) {
            forget(closedAt.keySet().iterator().next());
        }
    }

    boolean isOnline(String user) {
        return sockets.containsKey(user) || closedAt.containsKey(user);
    }

    /** Registers to write: the never written first, then those written longest ago. */
    List<String> dueMarks(long now, int max) {
        List<String> due = new ArrayList<>();
        for (String user : unmarked) {
            if (due.size() == max) {
                return due;
            }
            due.add(user);
        }
        for (Map.Entry<String, Long> mark : markedAt.entrySet()) {
            if (due.size() == max || now - mark.getValue() < refreshMillis) {
                return due;
            }
            due.add(mark.getKey());
        }
        return due;
    }

    /** Redis has these registers since {@code at}. */
    void marked(List<String> users, long at) {
        for (String user : users) {
            unmarked.remove(user);
            markedAt.remove(user);
            if (isOnline(user)) {
                markedAt.put(user, at);
            }
        }
    }

    /** Registers to take back. */
    List<Leaving> dueRemovals(long now, int max) {
        List<Leaving> due = new ArrayList<>();
        for (Map.Entry<String, Long> left : closedAt.entrySet()) {
            long ago = now - left.getValue();
            if (due.size() == max || ago < offlineAfterMillis) {
                return due;
            }
            due.add(new Leaving(left.getKey(), ago));
        }
        return due;
    }

    /** Redis no longer has this register. True where the user is gone; one who came back meanwhile is written anew. */
    boolean removed(String user) {
        if (sockets.containsKey(user)) {
            markedAt.remove(user);
            unmarked.add(user);
            return false;
        }
        forget(user);
        return true;
    }

    private void forget(String user) {
        closedAt.remove(user);
        markedAt.remove(user);
        unmarked.remove(user);
    }
}
