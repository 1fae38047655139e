package dev.postrider.e2e.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.stack.server.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** What may happen to a running suite at any time, and what it must outlive. */
public final class Outage {
    private Outage() {}

    /** As {@code kill -9} of every service at once; the launcher starts them again, and this waits until they serve. */
    public static void ofEveryService(Suite suite) {
        List<Long> pids = suite.parts()
                .filter(row -> Suite.SERVICES.contains(row.path("part").asText()))
                .map(row -> row.path("pid").asLong())
                .toList();
        assertEquals(Suite.SERVICES.size(), pids.size());
        pids.forEach(suite::kill);
        suite.awaitAllReady();
    }

    /** Redis runs on and has forgotten everything. */
    public static void ofRedissMemory(Suite suite) {
        try {
            new RedisServer(suite.data(), URI.create(suite.world().redisUrl()).getPort()).empty();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
