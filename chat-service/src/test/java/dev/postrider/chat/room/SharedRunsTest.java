package dev.postrider.chat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SharedRunsTest {
    private final SharedRuns runs = new SharedRuns();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    private CompletableFuture<Void> asks(String room) {
        return runs.run(room, this::work).toCompletableFuture();
    }

    private CompletionStage<Void> work() {
        CompletableFuture<Void> run = new CompletableFuture<>();
        begun.add(run);
        return run;
    }

    @Test
    void whoAsksDuringARunSharesTheNext() {
        CompletableFuture<Void> first = asks("a");
        List<CompletableFuture<Void>> later = List.of(asks("a"), asks("a"), asks("a"));
        assertEquals(1, begun.size());

        begun.get(0).complete(null);

        assertTrue(first.isDone());
        assertEquals(2, begun.size());
        assertTrue(later.stream().noneMatch(CompletableFuture::isDone));
        begun.get(1).complete(null);
        assertTrue(later.stream().allMatch(CompletableFuture::isDone));
        assertEquals(2, begun.size());
    }

    @Test
    void oneRoomDoesNotWaitForAnother() {
        asks("a");

        asks("b");

        assertEquals(2, begun.size());
    }

    @Test
    void aRunThatDoesNotBeginFailsItsAskerAndHoldsUpNobody() {
        CompletableFuture<Void> broken = runs.run("a", () -> {
                    throw new IllegalStateException("never begun");
                })
                .toCompletableFuture();

        CompletableFuture<Void> next = asks("a");

        assertTrue(broken.isCompletedExceptionally());
        assertEquals(1, begun.size());
        begun.get(0).complete(null);
        assertTrue(next.isDone());
    }

    @Test
    void aRunThatFailsFailsItsOwnAskersAndNobodyElse() {
        CompletableFuture<Void> first = asks("a");
        CompletableFuture<Void> second = asks("a");

        begun.get(0).completeExceptionally(new IllegalStateException("unknown"));
        begun.get(1).complete(null);

        assertTrue(first.isCompletedExceptionally());
        assertFalse(second.isCompletedExceptionally());
        asks("a");
        assertEquals(3, begun.size());
    }
}
