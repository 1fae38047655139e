package dev.postrider.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Wait;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private final AtomicLong now = new AtomicLong(1_000_000 * Grant.WINDOW_MILLIS);
    private final MemoryWindow window = new MemoryWindow(this::instant, 3);

    @Test
    void aMinuteNeverHoldsMoreThanItsShareAlsoAcrossTheTurn() throws Exception {
        now.addAndGet(59_000);
        for (int i = 0; i < 10; i++) {
            assertTrue(take("wren").granted());
        }
        assertFalse(take("wren").granted());
        now.addAndGet(2_000);
        assertFalse(take("wren").granted(), "nearly all of the former minute still counts");
        now.addAndGet(30_000);
        int granted = 0;
        while (take("wren").granted()) {
            granted++;
        }
        assertEquals(5, granted);
    }

    @Test
    void afterTheToldPauseTheNextIsGranted() throws Exception {
        for (int i = 0; i < 10; i++) {
            take("wren");
        }
        var refused = take("wren");
        assertFalse(refused.granted());
        now.addAndGet(refused.pause().toMillis() - 1_000);
        assertFalse(take("wren").granted());
        now.addAndGet(1_001);
        assertTrue(take("wren").granted());
    }

    @Test
    void oneCallersHasteIsNotAnothersLoss() throws Exception {
        for (int i = 0; i < 11; i++) {
            take("wren");
        }
        assertTrue(take("moss").granted());
    }

    @Test
    void moreKeysThanItMayHoldAreGrantedUncounted() throws Exception {
        for (String key : new String[] {"a", "b", "c"}) {
            take(key);
        }
        for (int i = 0; i < 20; i++) {
            assertTrue(take("d").granted());
        }
    }

    @Test
    void whenTheSharedWindowIsAwayOrSilentOurOwnDecides() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var asked = new AtomicLong();
            RateWindow silent = (key, perMinute) -> {
                asked.incrementAndGet();
                return asked.get() == 1 ? Promise.<Grant>promise().future() : Future.failedFuture("away");
            };
            var steady = new SteadyWindow(vertx, silent, window, this::instant, Duration.ofMillis(20));
            assertEquals(9, Wait.until(steady.take("wren", 10)).remaining());
            assertEquals(8, Wait.until(steady.take("wren", 10)).remaining());
            assertEquals(1, asked.get(), "it rests before it asks again");
            now.addAndGet(SteadyWindow.REST_MILLIS);
            assertEquals(7, Wait.until(steady.take("wren", 10)).remaining());
            assertEquals(2, asked.get());
        } finally {
            Wait.until(vertx.close());
        }
    }

    @Test
    void callersSeeTheirShareAndAre429WhenItIsUsedUp() throws Exception {
        var few = Map.of("gateway.limits.calls-per-user", "2", "gateway.limits.sign-ins-per-address", "1");
        try (var edge = new Edge(1, few)) {
            String token = "Authorization: Bearer good-wren";
            var first = edge.call("GET", "/api/auth/me", token);
            assertEquals("\"calls\";q=2;w=60", first.header("RateLimit-Policy"));
            assertTrue(first.header("RateLimit").startsWith("\"calls\";r=1;t="), first.header("RateLimit"));
            edge.call("GET", "/api/auth/me", token);
            var third = edge.call("GET", "/api/auth/me", token);
            assertEquals(429, third.status());
            assertEquals("rate", third.code());
            assertTrue(Integer.parseInt(third.header("Retry-After")) >= 1);
            assertEquals(
                    200,
                    edge.call("GET", "/api/auth/me", "Authorization: Bearer good-moss")
                            .status());
            try (var wire = edge.wire()) {
                assertEquals(
                        200,
                        wire.send(Edge.post("/api/auth/login", "{}")).answer().status());
                assertEquals(
                        429,
                        wire.send(Edge.post("/api/auth/login", "{}")).answer().status());
            }
            assertEquals(200, edge.call("GET", "/api/version").status());
        }
    }

    private Grant take(String key) throws Exception {
        return Wait.until(window.take(key, 10));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(now.get());
    }
}
