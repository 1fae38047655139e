package dev.postrider.auth.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same sliding windows in memory, for as long as Redis is away: exact for this instance, blind for others, bounded
 * in number (the longest unused is dropped) and in size (a window holds no more than its limit). Thread-safe.
 */
final class MemoryWindows {
    private final Map<String, Deque<Long>> windows;

    MemoryWindows(int windowsMax) {
        this.windows = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
                return size() > windowsMax;
            }
        };
    }

    synchronized Attempts take(String key, Window window, int limit, boolean count, long nowMillis) {
        Deque<Long> attempts = windows.computeIfAbsent(key, fresh -> new ArrayDeque<>());
        long length = window.length().toMillis();
        while (!attempts.isEmpty() && attempts.peekFirst() <= nowMillis - length) {
            attempts.removeFirst();
        }
        boolean allowed = attempts.size() < limit;
        if (allowed && count) {
            attempts.addLast(nowMillis);
        }
        Long oldest = attempts.peekFirst();
        long wait = oldest == null ? 0 : Math.max(1, oldest + length - nowMillis);
        return new Attempts(allowed, limit, Math.max(0, limit - attempts.size()), wait);
    }
}
