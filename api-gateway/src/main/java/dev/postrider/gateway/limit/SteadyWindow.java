package dev.postrider.gateway.limit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Always tells. The shared windows decide; when they are away or slow, those of this process do, and the shared ones are
 * not asked again for {@value #REST_MILLIS} ms. Never fails.
 */
public final class SteadyWindow implements RateWindow {
    static final long REST_MILLIS = 1_000;
    private final Vertx vertx;
    private final RateWindow shared;
    private final RateWindow own;
    private final InstantSource clock;
    private final Duration patience;
    private final AtomicLong restUntil = new AtomicLong(Long.MIN_VALUE);

    public SteadyWindow(Vertx vertx, RateWindow shared, RateWindow own, InstantSource clock, Duration patience) {
        this.vertx = vertx;
        this.shared = shared;
        this.own = own;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Future<Grant> take(String key, int perMinute) {
        if (clock.millis() < restUntil.get()) {
            return own.take(key, perMinute);
        }
        return timed(key, perMinute).recover(away -> {
            restUntil.set(clock.millis() + REST_MILLIS);
            return own.take(key, perMinute);
        });
    }

    private Future<Grant> timed(String key, int perMinute) {
        var context = vertx.getOrCreateContext();
        Promise<Grant> answer = Promise.promise();
        shared.take(key, perMinute)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> context.runOnContext(here -> answer.handle(done)));
        return answer.future();
    }
}
