package dev.postrider.auth.ops;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Gives up waiting without giving up the work: after the time the caller gets a failure, on the same Vert.x context,
 * while the work runs to its end unheard. Cancelling would close a database session from another thread.
 */
final class Patience {
    private Patience() {}

    static <T> Uni<T> within(Duration longest, Uni<T> work, Supplier<? extends Throwable> failure) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                throw new IllegalStateException("A database is asked on a Vert.x context only.");
            }
            Vertx vertx = context.owner();
            long timer = vertx.setTimer(longest.toMillis(), late -> emitter.fail(failure.get()));
            work.onTermination()
                    .invoke(() -> vertx.cancelTimer(timer))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
        });
    }
}
