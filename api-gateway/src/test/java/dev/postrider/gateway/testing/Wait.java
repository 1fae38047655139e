package dev.postrider.gateway.testing;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Waiting, which only tests do. */
public final class Wait {
    private Wait() {}

    public static <T> T until(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
