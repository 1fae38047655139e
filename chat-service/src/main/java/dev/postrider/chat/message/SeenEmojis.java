package dev.postrider.chat.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Emojis that stand under messages as far as this node knows: one more of these is no new kind, and nobody need be asked.
 * Bounded: the longest unused are forgotten. Thread-safe.
 */
final class SeenEmojis {
    private static final int SEEN_MAX = 20_000;

    private final Set<Seen> seen = Collections.newSetFromMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, Boolean> eldest) {
            return size() > SEEN_MAX;
        }
    });

    private record Seen(String conversation, long position, String emoji) {}

    boolean has(String conversation, long position, String emoji) {
        synchronized (seen) {
            return seen.contains(new Seen(conversation, position, emoji));
        }
    }

    void add(String conversation, long position, String emoji) {
        synchronized (seen) {
            seen.add(new Seen(conversation, position, emoji));
        }
    }
}
