package dev.postrider.chat.presence;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;

/** The one event loop on which all presence state of this node lives. */
@Singleton
class LiveContext {
    private final Vertx vertx;
    private final Context context;
    private long timer = -1;

    LiveContext(Vertx vertx) {
        this.vertx = vertx;
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    Context context() {
        return context;
    }

    /** Soon, in the order of the calls of one thread. */
    void run(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }

    /** The same step for a value that arrives elsewhere. */
    <T> Consumer<T> on(Consumer<T> step) {
        return value -> run(() -> step.accept(value));
    }

    /** Again and again, until {@link #stop}. */
    void every(Duration period, Runnable step) {
        run(() -> timer = vertx.setPeriodic(Math.max(1, period.toMillis()), ignored -> step.run()));
    }

    void stop() {
        run(() -> vertx.cancelTimer(timer));
    }
}
