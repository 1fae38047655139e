package dev.postrider.auth.ops;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes what can never be used again, a little at a time: expired refresh tokens, sessions long over, old codes. */
@ApplicationScoped
class Sweeping {
    private static final Logger LOG = Logger.getLogger(Sweeping.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
    private static final String TOKENS = "delete from refresh_tokens where expires_at < ? limit 2000";
    private static final String SESSIONS = "delete from sessions where expires_at < ? or ended_at < ? limit 2000";
    private static final String CODES = "delete from reset_codes where expires_at < ? limit 2000";

    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;

    Sweeping(Pool pool, Vertx vertx, Clock clock) {
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> sweep());
    }

    private void sweep() {
        long now = clock.millis();
        long longAgo = now - SESSIONS_KEPT.toMillis();
        Uni<?> all = pool.preparedQuery(TOKENS)
                .execute(Tuple.of(now))
                .chain(() -> pool.preparedQuery(SESSIONS).execute(Tuple.of(longAgo, longAgo)))
                .chain(() -> pool.preparedQuery(CODES).execute(Tuple.of(now)));
        all.subscribe().with(done -> {}, away -> LOG.debugf("Sweeping waits: %s", away.toString()));
    }
}
