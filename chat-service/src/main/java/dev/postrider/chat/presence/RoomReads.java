package dev.postrider.chat.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When whose members are read: at once for a room nobody watched before, and again after each change, but one room at
 * most once in {@code everyMillis}, and at most {@code IN_FLIGHT_MAX} at a time. One thread; no I/O.
 */
final class RoomReads {
    private static final int IN_FLIGHT_MAX = 8;

    private final long everyMillis;
    private final Map<String, Long> wanted = new LinkedHashMap<>();
    private final Map<String, Long> readAt = new HashMap<>();
    private final Set<String> reading = new HashSet<>();

    RoomReads(long everyMillis) {
        this.everyMillis = everyMillis;
    }

    /** The room's members are to be read, from now on: what is being read already may be older. */
    void want(String room, long now) {
        wanted.put(room, Math.max(now, readAt.getOrDefault(room, now - everyMillis) + everyMillis));
    }

    /** Rooms to read now; each is under way until {@link #done}. */
    List<String> due(long now) {
        List<String> due = new ArrayList<>();
        wanted.forEach((room, at) -> {
            if (at <= now && !reading.contains(room) && reading.size() + due.size() < IN_FLIGHT_MAX) {
                due.add(room);
            }
        });
        due.forEach(room -> {
            wanted.remove(room);
            reading.add(room);
        });
        return due;
    }

    /** True where what was read is as new as it has to be; else it is read again. */
    boolean done(String room, long now) {
        reading.remove(room);
        readAt.put(room, now);
        return !wanted.containsKey(room);
    }

    void failed(String room, long again) {
        reading.remove(room);
        wanted.put(room, again);
    }

    /** Nobody watches it any more. */
    void forget(String room) {
        wanted.remove(room);
        readAt.remove(room);
        reading.remove(room);
    }
}
