package dev.postrider.gateway.listen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A gateway that is told to stop. */
final class LeavingTest {
    private static final String BEARER = "Authorization: Bearer good-wren";
    private static final String SOCKET = Edge.upgrade("Sec-WebSocket-Protocol: postrider.v1", BEARER);

    @Test
    void everySocketIsClosedAndNobodyIsTakenInMeanwhile() throws Exception {
        try (var edge = Edge.plain()) {
            List<Wire> open = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                var wire = edge.wire();
                assertEquals(101, wire.send(SOCKET).answer().status());
                open.add(wire);
            }

            edge.leave();

            assertFalse(edge.ready());
            for (Wire wire : open) {
                await().until(wire::isClosed);
                wire.close();
            }
            await().until(() -> edge.openTunnels() == 0);
            try (var late = edge.wire()) {
                var refused = late.send(SOCKET).answer();
                assertEquals(503, refused.status());
                assertEquals("1", refused.header("Retry-After"));
                await().until(late::isClosed);
            }
        }
    }

    @Test
    void whoWaitsForATurnIsSentElsewhere() throws Exception {
        try (var edge = new Edge(1, Map.of("gateway.limits.upgrades-at-once", "1"));
                var holder = edge.wire();
                var waiting = edge.wire()) {
            edge.chat.getFirst().silent = true;
            holder.send(SOCKET);
            await().until(() -> edge.chat.getFirst().heard.size() == 1);
            waiting.send(SOCKET);
            await().until(() -> edge.waiting() == 1);

            edge.leave();
            holder.close();

            assertEquals(503, waiting.answer().status());
            assertEquals(1, edge.chat.getFirst().heard.size());
        }
    }

    @Test
    void aCallUnderWayIsAnsweredBeforeItHasLeft() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            var asked = new CountDownLatch(1);
            var answer = new CompletableFuture<HttpServerRequest>();
            edge.history.behaviour = request -> {
                answer.complete(request);
                asked.countDown();
            };
            wire.send(Edge.request("GET", "/api/conversations", BEARER));
            asked.await();

            var left = CompletableFuture.runAsync(() -> {
                try {
                    edge.leave();
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                }
            });
            await().until(() -> !edge.ready());
            assertFalse(left.isDone());
            answer.join()
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end("{}");

            assertEquals(200, wire.answer().status());
            left.join();
        }
    }
}
