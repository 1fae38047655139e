package dev.postrider.gateway.upgrade;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import dev.postrider.testkit.raw.Wire;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpgradeTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: postrider.v1";
    private static final String COOKIE = "Cookie: postrider_access=good-wren";
    private static final String BEARER = "Authorization: Bearer good-wren";
    private static final String OWN = "Origin: " + Edge.PUBLIC;

    @Test
    void aGoodHandshakeOpensAPipeForEveryByte() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            var answer = wire.send(Edge.upgrade(PROTOCOL, COOKIE, OWN)).answer();
            assertEquals(101, answer.status());
            assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", answer.header("Sec-WebSocket-Accept"));
            assertEquals("postrider.v1", answer.header("Sec-WebSocket-Protocol"));
            assertEquals("hello", wire.send("hello").read(5));
            String text = "x".repeat(1_000_000);
            new Thread(() -> sendQuietly(wire, text)).start();
            assertEquals(text, wire.read(1_000_000));
            assertEquals(1, edge.openTunnels());
        }
    }

    @Test
    void whenTheNodeEndsTheClientDoesAndTheOtherWayRound() throws Exception {
        try (var edge = Edge.plain()) {
            try (var wire = edge.wire()) {
                assertEquals(
                        101, wire.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
            }
            await().until(() -> edge.openTunnels() == 0);
            try (var wire = edge.wire()) {
                assertEquals(
                        101, wire.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
                edge.chat.getFirst().die();
                await().until(wire::isClosed);
                await().until(() -> edge.openTunnels() == 0);
            }
        }
    }

    @Test
    void everythingIsCheckedBeforeANodeHearsOfIt() throws Exception {
        try (var edge = Edge.plain()) {
            assertEquals("foreign-origin", refused(edge, PROTOCOL, BEARER, "Origin: https://evil.example"));
            assertEquals("foreign-origin", refused(edge, PROTOCOL, COOKIE));
            assertEquals("foreign-origin", refused(edge, PROTOCOL, COOKIE, "Sec-Fetch-Site: same-origin"));
            assertEquals("foreign-origin", refused(edge, PROTOCOL, COOKIE, "Origin: null"));
            assertEquals("signed-out", refused(edge, PROTOCOL, OWN));
            assertEquals("signed-out", refused(edge, PROTOCOL, "Authorization: Bearer bad"));
            assertEquals("signed-out", refused(edge, PROTOCOL + ", postrider.ticket.good-wren"));
            assertEquals("invalid", refused(edge, "Sec-WebSocket-Protocol: postrider.v9", BEARER));
            assertEquals("invalid", refused(edge, BEARER));
            assertEquals("invalid", refused(edge, PROTOCOL, BEARER, "Sec-WebSocket-Version: 8"));
            assertEquals("invalid", edge.call("GET", "/ws", BEARER).code());
            assertEquals("method-not-allowed", edge.call("POST", "/ws", BEARER).code());
            assertTrue(edge.chat.getFirst().heard.isEmpty());
        }
    }

    @Test
    void aTicketIsEnoughAndReachesTheNodeUnused() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            var handshake = Edge.upgrade(PROTOCOL + ", postrider.ticket.ticket-wren", COOKIE, "Origin: " + Edge.CORS);
            assertEquals(101, wire.send(handshake).answer().status());
            var headers = edge.chat.getFirst().last().headers();
            assertEquals("postrider.v1, postrider.ticket.ticket-wren", headers.get("sec-websocket-protocol"));
            assertFalse(headers.containsKey("cookie"));
        }
    }

    @Test
    void whatANodeAnswersInsteadIsTheAnswer() throws Exception {
        try (var edge = Edge.plain()) {
            edge.chat.getFirst().socketStatus = 403;
            assertEquals("forbidden", refused(edge, PROTOCOL, BEARER));
            assertEquals(0, edge.openTunnels());
        }
    }

    @Test
    void aDrainingOrDeadNodeSendsTheSocketToTheNextOne() throws Exception {
        try (var edge = new Edge(3, Map.of("gateway.health.interval", "60s", "gateway.health.timeout", "5s"))) {
            edge.chat.get(0).socketStatus = 503;
            edge.chat.get(1).die();
            for (String user : new String[] {"wren", "moss", "juniper", "alder", "fern"}) {
                try (var wire = edge.wire()) {
                    var answer = wire.send(Edge.upgrade(PROTOCOL, "Authorization: Bearer good-" + user))
                            .answer();
                    assertEquals(101, answer.status(), user);
                }
            }
            assertEquals(5, edge.chat.get(2).heard.size());
        }
    }

    @Test
    void withoutAnyNodeASocketIsUnavailableForNow() throws Exception {
        try (var edge = Edge.plain()) {
            edge.chat.getFirst().die();
            try (var wire = edge.wire()) {
                var answer = wire.send(Edge.upgrade(PROTOCOL, BEARER)).answer();
                assertEquals(503, answer.status());
                assertEquals("unavailable", answer.code());
                assertEquals("1", answer.header("Retry-After"));
            }
        }
    }

    @Test
    void howeverAnOpeningEndsTheNextOneHasItsTurn() throws Exception {
        var one = Map.of(
                "gateway.limits.upgrades-at-once",
                "1",
                "gateway.health.interval",
                "60s",
                "gateway.health.timeout",
                "5s");
        try (var edge = new Edge(1, one)) {
            var node = edge.chat.getFirst();
            node.socketStatus = 403;
            assertEquals("forbidden", refused(edge, PROTOCOL, BEARER));
            node.socketStatus = 101;
            try (var first = edge.wire();
                    var second = edge.wire()) {
                assertEquals(
                        101, first.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
                assertEquals(
                        101,
                        second.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
            }
            node.die();
            assertEquals("unavailable", refused(edge, PROTOCOL, BEARER));
            assertEquals("unavailable", refused(edge, PROTOCOL, BEARER));
        }
    }

    @Test
    void aUserAndAnAddressHoldOnlySoManySockets() throws Exception {
        var few = Map.of("gateway.limits.connections-per-user", "1", "gateway.limits.connections-per-address", "2");
        try (var edge = new Edge(1, few);
                var one = edge.wire();
                var two = edge.wire()) {
            assertEquals(101, one.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
            assertEquals("rate", refused(edge, PROTOCOL, BEARER));
            assertEquals(
                    101,
                    two.send(Edge.upgrade(PROTOCOL, "Authorization: Bearer good-moss"))
                            .answer()
                            .status());
            assertEquals("rate", refused(edge, PROTOCOL, "Authorization: Bearer good-fern"));
            one.close();
            await().until(() -> edge.openTunnels() == 1);
            try (var again = edge.wire()) {
                assertEquals(
                        101, again.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
            }
        }
    }

    @Test
    void attemptsFromOneAddressAreCounted() throws Exception {
        try (var edge = new Edge(1, Map.of("gateway.limits.upgrades-per-address", "2"))) {
            assertEquals("signed-out", refused(edge, PROTOCOL));
            assertEquals("signed-out", refused(edge, PROTOCOL));
            assertEquals("rate", refused(edge, PROTOCOL));
        }
    }

    @Test
    void aQuietSocketOutlivesTheTimeAConnectionMayWaitForItsNextRequest() throws Exception {
        var soon = Map.of("gateway.timeouts.keep-alive", "100ms", "gateway.timeouts.head", "100ms");
        try (var edge = new Edge(1, soon);
                var wire = edge.wire();
                var other = edge.wire()) {
            assertEquals(101, wire.send(Edge.upgrade(PROTOCOL, BEARER)).answer().status());
            assertEquals(
                    200,
                    other.send(Edge.request("GET", "/api/version")).answer().status());
            await().until(other::isClosed);
            assertEquals("still", wire.send("still").read(5));
        }
    }

    @Test
    void aDeadNodeIsOutWithinTwoSecondsAndBackWhenItAnswers() throws Exception {
        try (var edge = new Edge(2, Map.of())) {
            int port = edge.chat.getFirst().port();
            edge.chat.getFirst().die();
            await().atMost(Duration.ofSeconds(2)).until(() -> edge.readyNodes() == 1);
            new Part(edge.vertx, "again", port);
            await().atMost(Duration.ofSeconds(2)).until(() -> edge.readyNodes() == 2);
        }
    }

    @Test
    void aNodeThatSaysItIsNotReadyGetsNothingNew() throws Exception {
        try (var edge = new Edge(2, Map.of())) {
            edge.chat.getFirst().readiness = 503;
            await().atMost(Duration.ofSeconds(1)).until(() -> edge.readyNodes() == 1);
        }
    }

    private static String refused(Edge edge, String... headers) throws Exception {
        try (var wire = edge.wire()) {
            return wire.send(Edge.upgrade(headers)).answer().code();
        }
    }

    private static void sendQuietly(Wire wire, String text) {
        try {
            wire.send(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
