package dev.postrider.chat.time;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one thing. They get it in the order in which they asked, and who asks while others are being given it
 * waits behind them: what follows from two frames of one sender must not change places. (The dependents of one future run
 * in the opposite order.) Thread-safe.
 */
public final class Waiters<T> {
    private final Queue<CompletableFuture<T>> waiting = new ArrayDeque<>();
    private boolean giving;

    /** Waits, behind all who wait already. */
    private CompletionStage<T> join() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        waiting.add(mine);
        return mine;
    }

    /** The same, unless it is there and nobody waits for it: then at once. */
    public synchronized CompletionStage<T> joinUnless(BooleanSupplier there, T thing) {
        return waiting.isEmpty() && !giving && there.getAsBoolean() ? CompletableFuture.completedFuture(thing) : join();
    }

    /** To one after the other, each with all that follows from it. */
    public void give(T thing) {
        for (CompletableFuture<T> next = next(true); next != null; next = next(false)) {
            next.complete(thing);
        }
    }

    /** Null where nobody waits, or somebody else is giving already and will give to all. */
    private synchronized @Nullable CompletableFuture<T> next(boolean entering) {
        if (entering && giving) {
            return null;
        }
        CompletableFuture<T> next = waiting.poll();
        giving = next != null;
        return next;
    }
}
