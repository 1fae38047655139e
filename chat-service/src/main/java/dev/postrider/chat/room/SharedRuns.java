package dev.postrider.chat.room;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time for each room. Who asks while one is under way shares the next with all who do, because what they ask
 * for may have come behind what the first one looked at. Work must complete by itself. Thread-safe.
 */
final class SharedRuns {
    private final Map<String, Turns> rooms = new HashMap<>();

    private static final class Turns {
        private @Nullable CompletableFuture<Void> next;
    }

    CompletionStage<Void> run(String room, Supplier<CompletionStage<Void>> work) {
        CompletableFuture<Void> mine;
        boolean first;
        synchronized (rooms) {
            first = !rooms.containsKey(room);
            Turns turns = rooms.computeIfAbsent(room, same -> new Turns());
            if (first) {
                mine = new CompletableFuture<>();
            } else {
                mine = turns.next == null ? new CompletableFuture<>() : turns.next;
                turns.next = mine;
            }
        }
        if (first) {
            begin(room, work, mine);
        }
        return mine;
    }

    private void begin(String room, Supplier<CompletionStage<Void>> work, CompletableFuture<Void> askers) {
        started(work).whenComplete((done, unknown) -> {
            @Nullable CompletableFuture<Void> next = next(room);
            if (unknown == null) {
                askers.complete(null);
            } else {
                askers.completeExceptionally(unknown);
            }
            if (next != null) {
                begin(room, work, next);
            }
        });
    }

    /** Work that does not even begin has failed as well: the room's turn must end. */
    private static CompletionStage<Void> started(Supplier<CompletionStage<Void>> work) {
        try {
            return work.get();
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private @Nullable CompletableFuture<Void> next(String room) {
        synchronized (rooms) {
            Turns turns = rooms.get(room);
            if (turns == null || turns.next == null) {
                rooms.remove(room);
                return null;
            }
            CompletableFuture<Void> next = turns.next;
            turns.next = null;
            return next;
        }
    }
}
