package dev.postrider.gateway.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends requests without end and reads no answer fills neither the memory nor the time of the gateway. */
final class AheadTest {
    private static final int PAGE_BYTES = 4_194_304;

    @TempDir
    Path page;

    @Test
    void aConnectionThatSendsTooFarAheadIsClosed() throws Exception {
        try (var edge = new Edge(1, Map.of("gateway.bounds.requests-ahead-max", "8"));
                var wire = edge.wire()) {
            edge.history.behaviour = request -> edge.history.note(request, "");
            wire.send(Edge.request("GET", "/api/sync", Siege.TOKEN));
            await().until(() -> edge.history.heard.size() == 1);
            wire.send(Edge.request("GET", "/api/version").repeat(7));
            assertTrue(!wire.isClosed());
            wire.send(Edge.request("GET", "/api/version"));
            await().until(wire::isClosed);
            assertEquals(200, edge.call("GET", "/api/auth/me", Siege.TOKEN).status());
        }
    }

    @Test
    void whoSendsAheadWithinTheBoundGetsEveryAnswerInOrder() throws Exception {
        try (var siege = new Siege(Map.of("gateway.bounds.requests-ahead-max", "8"));
                var wire = siege.edge.wire()) {
            var text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                text.append(Edge.post("/api/rooms?" + i, "{}", Siege.TOKEN));
            }
            wire.send(text.toString());
            for (int i = 0; i < 8; i++) {
                assertEquals(200, wire.answer().status());
                assertEquals("/api/rooms?" + i, siege.part.calls.get(i).uri());
            }
        }
    }

    @Test
    void anAnswerIsMadeOnlyWhenTheOnesBeforeItAreTaken() throws Exception {
        Files.write(page.resolve("large.js"), new byte[PAGE_BYTES]);
        Files.writeString(page.resolve("index.html"), "<p>home</p>");
        try (var edge = new Edge(1, Map.of("gateway.page-dir", page.toString()));
                var wire = new Wire(edge.port(), 16_384)) {
            wire.send(Edge.request("GET", "/large.js").repeat(10) + Edge.request("GET", "/api/auth/me", Siege.TOKEN));
            assertEquals(200, edge.call("GET", "/").status());
            await().during(Duration.ofMillis(300)).until(() -> edge.auth.heard.isEmpty());
            for (int i = 0; i < 10; i++) {
                assertEquals(PAGE_BYTES, wire.answer().body().length());
            }
            assertEquals(200, wire.answer().status());
            assertEquals(1, edge.auth.heard.size());
        }
    }

    @Test
    void whoTakesNoAnswerIsCutOffWhenItsTimeIsOver() throws Exception {
        Files.write(page.resolve("large.js"), new byte[PAGE_BYTES]);
        var soon = Map.of("gateway.page-dir", page.toString(), "gateway.timeouts.keep-alive", "300ms");
        try (var edge = new Edge(1, soon);
                var wire = new Wire(edge.port(), 16_384)) {
            wire.send(Edge.request("GET", "/large.js").repeat(10));
            await().pollDelay(Duration.ofSeconds(1))
                    .until(() -> edge.call("GET", "/api/version").status() == 200);
            assertTrue(takenBytes(wire) < 10L * PAGE_BYTES);
        }
    }

    private static long takenBytes(Wire wire) {
        long bytes = 0;
        try {
            for (int read = wire.in().read(new byte[65_536]);
                    read >= 0;
                    read = wire.in().read(new byte[65_536])) {
                bytes += read;
            }
        } catch (IOException reset) {
            return bytes;
        }
        return bytes;
    }
}
