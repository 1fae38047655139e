package dev.postrider.gateway.forward;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import dev.postrider.testkit.raw.Wire;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ForwardTest {
    private static final String TOKEN = "Authorization: Bearer good-wren";

    @Test
    void callsGoToThePartThatTheTableNames() throws Exception {
        try (var edge = Edge.plain()) {
            assertTrue(edge.call("GET", "/api/auth/me", TOKEN).body().contains("auth"));
            assertTrue(edge.call("GET", "/api/users?query=w", TOKEN).body().contains("auth"));
            assertTrue(edge.call("GET", "/api/conversations", TOKEN).body().contains("history"));
            assertTrue(edge.call("GET", "/api/sync", TOKEN).body().contains("history"));
            assertTrue(edge.call("GET", "/api/conversations/dm%3AA%3AB/online", TOKEN)
                    .body()
                    .contains("chat-1"));
            assertTrue(edge.call("GET", "/api/rooms", TOKEN).body().contains("chat-1"));
            assertEquals(
                    "/api/conversations/dm%3AA%3AB/online",
                    edge.chat.getFirst().heard.getFirst().uri());
        }
    }

    @Test
    void forgedIdentityAndForwardingHeadersDoNotPass() throws Exception {
        try (var edge = Edge.plain()) {
            edge.call(
                    "GET",
                    "/api/auth/me",
                    TOKEN,
                    "X-Forwarded-For: 6.6.6.6",
                    "X-Forwarded-Host: evil.example",
                    "Forwarded: for=6.6.6.6",
                    "X-Real-IP: 6.6.6.6",
                    "X-User-Id: root",
                    "X-Request-Id: forged",
                    "X-HTTP-Method-Override: DELETE",
                    "Postrider-Service-Key: guess",
                    "Connection: keep-alive, X-Hop",
                    "X-Hop: 1",
                    "TE: trailers",
                    "Cookie: other=1; postrider_access=good-wren; tracking=2");
            var headers = edge.auth.last().headers();
            assertEquals("127.0.0.1", headers.get("x-forwarded-for"));
            assertEquals("localhost:8080", headers.get("x-forwarded-host"));
            assertEquals("http", headers.get("x-forwarded-proto"));
            assertEquals("postrider_access=good-wren", headers.get("cookie"));
            assertEquals("Bearer good-wren", headers.get("authorization"));
            assertTrue(headers.getOrDefault("x-request-id", "").matches("[0-9a-f]{32}"));
            for (String gone : new String[] {
                "forwarded", "x-real-ip", "x-user-id", "x-http-method-override", "postrider-service-key", "x-hop", "te"
            }) {
                assertFalse(headers.containsKey(gone), gone);
            }
        }
    }

    @Test
    void theCookieOfAKnownBrowserPassesAndMakesACallNoCookieCall() throws Exception {
        try (var edge = Edge.plain()) {
            var answer = edge.call("POST", "/api/auth/login", "Cookie: other=1; postrider_device=1.x; tracking=2");
            assertEquals(200, answer.status());
            assertEquals("postrider_device=1.x", edge.auth.last().headers().get("cookie"));
        }
    }

    @Test
    void answersLoseHopByHopHeadersAndInnerAddressesAndGainCareful() throws Exception {
        try (var edge = Edge.plain()) {
            edge.auth.behaviour = request -> request.response()
                    .setStatusCode(201)
                    .putHeader("Server", "inner/1")
                    .putHeader("Connection", "X-Inner")
                    .putHeader("X-Inner", "secret")
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Location", edge.auth.url() + "/api/auth/sessions/1")
                    .putHeader("Set-Cookie", (Iterable<String>) List.of("a=1", "b=2"))
                    .end("{}");
            var answer = edge.call("GET", "/api/auth/sessions", TOKEN);
            assertEquals(201, answer.status());
            assertEquals("/api/auth/sessions/1", answer.header("Location"));
            assertEquals("a=1 | b=2", answer.header("Set-Cookie"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
            for (String gone : new String[] {"Server", "X-Inner", "Access-Control-Allow-Origin"}) {
                assertEquals("", answer.header(gone), gone);
            }
        }
    }

    @Test
    void aBodyArrivesWholeByLengthAndByChunks() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            String body = "{\"body\":\"" + "x".repeat(60_000) + "\"}";
            wire.send(Edge.post("/api/conversations/c/messages", body, TOKEN));
            assertEquals(200, wire.answer().status());
            wire.send(Edge.request(
                            "POST",
                            "/api/conversations/c/messages",
                            TOKEN,
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked")
                    + "5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n");
            assertEquals(200, wire.answer().status());
            assertEquals(body, edge.chat.getFirst().heard.getFirst().body());
            assertEquals("{\"a\":1}", edge.chat.getFirst().last().body());
        }
    }

    @Test
    void answersWithoutABodyEndWhereTheirHeadEnds() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            var status = new AtomicLong(200);
            edge.history.behaviour = request -> {
                var response = request.response().setStatusCode((int) status.get());
                boolean full = status.get() == 200;
                if (full) {
                    response.putHeader("Content-Length", "2");
                }
                response.end(full && request.method() == HttpMethod.GET ? "{}" : "");
            };
            assertEquals(
                    "2",
                    wire.send(Edge.request("HEAD", "/api/sync", TOKEN)).head().header("Content-Length"));
            for (int code : new int[] {204, 304, 200}) {
                status.set(code);
                assertEquals(
                        code,
                        wire.send(Edge.request("GET", "/api/sync", TOKEN))
                                .answer()
                                .status());
            }
        }
    }

    @Test
    void anUpgradeOfARestCallIsIgnored() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            for (String protocol : new String[] {"h2c", "websocket"}) {
                wire.send(Edge.request(
                        "GET",
                        "/api/sync",
                        TOKEN,
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: " + protocol,
                        "HTTP2-Settings: AAMAAABkAAQAAP__",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
                assertEquals(200, wire.answer().status(), protocol);
                assertFalse(edge.history.last().headers().containsKey("upgrade"));
            }
        }
    }

    @Test
    void whoWaitsToBeAskedForTheBodyIsAsked() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            wire.send(Edge.request(
                    "POST",
                    "/api/rooms",
                    TOKEN,
                    "Content-Type: application/json",
                    "Content-Length: 2",
                    "Expect: 100-continue"));
            assertEquals(100, wire.head().status());
            assertEquals(200, wire.send("{}").answer().status());
        }
    }

    @Test
    void aSlowReaderOfALargeAnswerHoldsThePartBack() throws Exception {
        try (var edge = Edge.plain();
                var wire = new Wire(edge.port(), 16_384)) {
            var sent = new AtomicLong();
            edge.history.behaviour = request -> {
                var response = request.response().setChunked(true);
                pump(response, sent, 64);
            };
            wire.send(Edge.request("GET", "/api/export/me", TOKEN));
            var before = new AtomicLong(-1);
            await().during(Duration.ofMillis(300))
                    .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
            assertTrue(sent.get() < 32, "the part could send " + sent + " MiB to a reader that does not read");
            long total = wire.answer().body().length();
            assertEquals(64L * 1_048_576, total);
        }
    }

    private static void pump(HttpServerResponse response, AtomicLong sent, int mebibytes) {
        while (!response.writeQueueFull() && sent.get() < mebibytes) {
            response.write(Part.mebibyte());
            sent.incrementAndGet();
        }
        if (sent.get() < mebibytes) {
            response.drainHandler(drained -> pump(response, sent, mebibytes));
        } else {
            response.end();
        }
    }
}
