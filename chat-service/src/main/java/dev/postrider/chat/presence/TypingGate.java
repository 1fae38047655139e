package dev.postrider.chat.presence;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets one typing frame of a user in a conversation through per interval. Thread-safe; bounded, oldest forgotten. */
final class TypingGate {
    private final long everyMillis;
    private final Map<Key, Long> lastAt;

    private record Key(String user, String conversation) {}

    TypingGate(long everyMillis, int rememberedMax) {
        this.everyMillis = everyMillis;
        this.lastAt = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
                return size() > rememberedMax;
            }
        };
    }

    synchronized boolean passes(String user, String conversation, long now) {
        Key key = new Key(user, conversation);
        Long last = lastAt.get(key);
        if (last != null && now - last < everyMillis) {
            return false;
        }
        lastAt.remove(key);
        lastAt.put(key, now);
        return true;
    }
}
