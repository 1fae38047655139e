package dev.postrider.chat.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The sliding window of this node's memory: ids under way and ids accepted lately. A frame whose id is known here joins
 * the first attempt's answer. Rejections and unknown outcomes are forgotten at once, so that the same id may be tried
 * again. Bounded by count, the longest unused go first; thread-safe.
 */
public final class Window {
    private final Map<MessageKey, CompletableFuture<Answer>> recent;

    public Window(int idsMax) {
        this.recent = new LinkedHashMap<>(1_024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageKey, CompletableFuture<Answer>> eldest) {
                return size() > idsMax;
            }
        };
    }

    /** The answer of an earlier attempt, given or to come; or empty, and {@code mine} is now that attempt. */
    synchronized Optional<CompletableFuture<Answer>> join(MessageKey key, CompletableFuture<Answer> mine) {
        CompletableFuture<Answer> earlier = recent.putIfAbsent(key, mine);
        if (earlier != null) {
            recent.get(key);
        }
        return Optional.ofNullable(earlier);
    }

    /** Call when the attempt ended; keeps acceptances only. */
    synchronized void ended(MessageKey key, CompletableFuture<Answer> mine, Answer answer) {
        if (!(answer instanceof Answer.Accepted)) {
            recent.remove(key, mine);
        }
    }
}
