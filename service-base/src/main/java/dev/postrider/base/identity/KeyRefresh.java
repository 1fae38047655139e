package dev.postrider.base.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.SharedConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Fetches the keys at start, quickly until there are some, then regularly. One fetch at a time, never blocking. */
@ApplicationScoped
public class KeyRefresh {
    private static final Logger LOG = Logger.getLogger(KeyRefresh.class);
    private static final long HURRY_MILLIS = 500;

    private final KeySource source;
    private final KeyRing ring;
    private final Vertx vertx;
    private final SharedConfig config;
    private final AtomicBoolean fetching = new AtomicBoolean();

    KeyRefresh(KeySource source, KeyRing ring, Vertx vertx, SharedConfig config) {
        this.source = source;
        this.ring = ring;
        this.vertx = vertx;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        refresh();
        vertx.setPeriodic(config.keysEvery().toMillis(), timer -> refresh());
        vertx.setPeriodic(HURRY_MILLIS, timer -> hurry(timer));
    }

    private void hurry(long timer) {
        if (ring.known()) {
            vertx.cancelTimer(timer);
        } else {
            refresh();
        }
    }

    private void refresh() {
        if (fetching.compareAndSet(false, true)) {
            source.fetch()
                    .onTermination()
                    .invoke(() -> fetching.set(false))
                    .subscribe()
                    .with(this::take, away -> LOG.debugf("The keys cannot be fetched now: %s", away.getMessage()));
        }
    }

    private void take(JsonNode jwks) {
        ring.accept(jwks, madeAt(jwks));
    }

    private static Instant madeAt(JsonNode jwks) {
        try {
            return Instant.parse(jwks.path("at").asText());
        } catch (DateTimeParseException unknown) {
            return Instant.now();
        }
    }
}
