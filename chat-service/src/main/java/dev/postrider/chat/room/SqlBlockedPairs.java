package dev.postrider.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Between whom there is a block, whoever of the two made it: they hear nothing of each other. Held for those who were
 * asked about lately, at most {@code HELD_MAX}; whoever hears of a change says so with {@link #forget}. Thread-safe.
 */
@ApplicationScoped
public class SqlBlockedPairs {
    private static final int HELD_MAX = 50_000;

    private final SqlBlocks blocks;
    private final Map<String, CompletableFuture<Set<String>>> held = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Set<String>>> eldest) {
            return size() > HELD_MAX;
        }
    };

    SqlBlockedPairs(SqlBlocks blocks) {
        this.blocks = blocks;
    }

    /** The others. While the database is away nobody, as with messages; that is not held. Never fails. */
    public CompletionStage<Set<String>> of(String user) {
        CompletableFuture<Set<String>> read = new CompletableFuture<>();
        synchronized (held) {
            CompletableFuture<Set<String>> before = held.putIfAbsent(user, read);
            if (before != null) {
                return before;
            }
        }
        blocks.around(user).subscribe().with(others -> {
            if (others.isEmpty()) {
                forget(user, read);
            }
            read.complete(others.orElse(Set.of()));
        });
        return read;
    }

    /** Somebody has blocked this user, or they somebody, or no longer. */
    public void forget(String user) {
        synchronized (held) {
            held.remove(user);
        }
    }

    private void forget(String user, CompletableFuture<Set<String>> read) {
        synchronized (held) {
            held.remove(user, read);
        }
    }
}
