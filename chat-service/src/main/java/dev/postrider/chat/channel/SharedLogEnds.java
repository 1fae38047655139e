package dev.postrider.chat.channel;

import dev.postrider.contracts.topic.LogVector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request to the broker serves everybody who asked before it was sent; never two at once. Who asks while one is under
 * way waits for the next, because that one may have been answered before their question. Thread-safe.
 */
public final class SharedLogEnds implements LogEnds {
    private final LogEnds broker;
    private boolean asking;
    private @Nullable CompletableFuture<LogVector> next;

    public SharedLogEnds(LogEnds broker) {
        this.broker = broker;
    }

    @Override
    public CompletionStage<LogVector> ask() {
        CompletableFuture<LogVector> mine;
        synchronized (this) {
            if (next == null) {
                next = new CompletableFuture<>();
            }
            mine = next;
        }
        sendNext();
        return mine;
    }

    private void sendNext() {
        CompletableFuture<LogVector> askers;
        synchronized (this) {
            if (asking || next == null) {
                return;
            }
            asking = true;
            askers = next;
            next = null;
        }
        broker.ask().whenComplete((ends, away) -> {
            synchronized (this) {
                asking = false;
            }
            if (away == null) {
                askers.complete(ends);
            } else {
                askers.completeExceptionally(away);
            }
            sendNext();
        });
    }
}
