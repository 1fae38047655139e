package dev.postrider.gateway.listen;

import dev.postrider.gateway.GatewayConfig;
import io.vertx.core.http.HttpConnection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes connections that keep the gateway waiting: for the first head after opening, or for the next one after an answer.
 * Bytes that trickle in do not prolong it. One per event loop, which alone touches it; tunnels are not in it.
 */
final class ConnectionClock {
    private final Map<HttpConnection, Long> deadlines = new HashMap<>();
    private final InstantSource clock;
    private final long headMillis;
    private final long keepAliveMillis;

    ConnectionClock(InstantSource clock, GatewayConfig.Timeouts timeouts) {
        this.clock = clock;
        this.headMillis = timeouts.head().toMillis();
        this.keepAliveMillis = timeouts.keepAlive().toMillis();
    }

    void onOpened(HttpConnection connection) {
        deadlines.put(connection, clock.millis() + headMillis);
    }

    void onRequest(HttpConnection connection) {
        deadlines.remove(connection);
    }

    void onAnswered(HttpConnection connection) {
        deadlines.put(connection, clock.millis() + keepAliveMillis);
    }

    void onClosed(HttpConnection connection) {
        deadlines.remove(connection);
    }

    /** Closes those whose time is over. */
    void sweep() {
        long now = clock.millis();
        List<HttpConnection> late = deadlines.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
        late.forEach(connection -> {
            deadlines.remove(connection);
            connection.close();
        });
    }
}
