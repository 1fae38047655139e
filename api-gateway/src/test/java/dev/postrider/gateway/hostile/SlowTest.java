package dev.postrider.gateway.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import dev.postrider.testkit.raw.Wire;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that trickle prolong nothing: each stage of a call has its time, and then what it held is free again. */
final class SlowTest {
    private static final String POST =
            "POST /api/rooms HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + Siege.TOKEN + "\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET / HTTP/1.1\r\nX: ", "GET / HTTP/1.1\r\nHost: a\r\nX", "\r\n", ""})
    void aHeadThatTricklesIsCutOff(String begun) throws Exception {
        try (var siege = new Siege(Map.of("gateway.timeouts.head", "300ms"));
                var wire = siege.edge.wire()) {
            wire.send(begun);
            assertCutOff(wire, begun.isBlank() ? "\r\n" : "x");
            siege.assertWell(List.of());
        }
    }

    @Test
    void theNextHeadThatTricklesIsCutOffToo() throws Exception {
        try (var siege = new Siege(Map.of("gateway.timeouts.keep-alive", "300ms"));
                var wire = siege.edge.wire()) {
            assertEquals(
                    200, wire.send(Edge.request("GET", "/api/version")).answer().status());
            assertCutOff(wire.send("GET /"), "x");
            siege.assertWell(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 60000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n8000\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1;",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: "
            })
    void aBodyThatTricklesIsRefusedAndSetsThePartFree(String framing) throws Exception {
        var soon = Map.of("gateway.timeouts.body", "300ms", "gateway.bounds.calls-per-part-max", "1");
        try (var siege = new Siege(soon);
                var wire = siege.edge.wire()) {
            wire.send(POST + framing);
            trickle(wire, "x", 20);
            assertEquals("invalid", wire.answer().code());
            siege.assertKept(List.of());
        }
    }

    @Test
    void anAnswerThatIsTakenInTricklesIsCutOffAndSetsThePartFree() throws Exception {
        var settings = new HashMap<>(Map.of("gateway.bounds.calls-per-part-max", "1"));
        settings.put("gateway.timeouts.answer", "500ms");
        settings.put("gateway.timeouts.idle", "60s");
        try (var edge = new Edge(1, settings);
                var wire = new Wire(edge.port(), 16_384)) {
            edge.history.behaviour = request -> {
                edge.history.behaviour = edge.history::answer;
                pump(request.response().setChunked(true));
            };
            wire.send(Edge.request("GET", "/api/export/me", Siege.TOKEN));
            var sipping = new AtomicBoolean(true);
            var reader = Thread.ofVirtual().start(() -> drain(wire, sipping));
            assertEquals(200, edge.call("GET", "/api/sync", Siege.TOKEN).status());
            sipping.set(false);
            reader.join(TimeUnit.SECONDS.toMillis(10));
            assertTrue(!reader.isAlive());
        }
    }

    private static void pump(HttpServerResponse response) {
        while (!response.writeQueueFull() && !response.closed()) {
            response.write(Part.mebibyte());
        }
        response.drainHandler(drained -> pump(response));
    }

    /** Takes what comes until it is cut off; little by little as long as it is sipping. */
    private static void drain(Wire wire, AtomicBoolean sipping) {
        try {
            while (wire.in().read(new byte[sipping.get() ? 256 : 65_536]) >= 0) {
                LockSupport.parkNanos(sipping.get() ? TimeUnit.MILLISECONDS.toNanos(5) : 1);
            }
        } catch (IOException cut) {
            // That is what is wanted.
        }
    }

    private static void assertCutOff(Wire wire, String more) {
        await().until(() -> {
            trickle(wire, more, 1);
            return wire.isClosed();
        });
    }

    private static void trickle(Wire wire, String text, int times) {
        try {
            for (int i = 0; i < times; i++) {
                wire.send(text);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (IOException closed) {
            // The other side has had enough.
        }
    }
}
