package dev.postrider.gateway.guard;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard refuses, and that no part hears of it. */
final class GuardTest {
    private static final String TOKEN = "Authorization: Bearer good-wren";
    private static final String COOKIE = "Cookie: postrider_access=good-wren";
    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(1, Map.of("gateway.timeouts.body", "300ms", "gateway.timeouts.head", "300ms"));
    }

    @AfterEach
    void stop() throws Exception {
        edge.close();
    }

    @Test
    void aStrangePathIsInvalid() throws Exception {
        var answer = edge.call("GET", "/api/users/%2e%2e/internal", TOKEN);
        assertEquals(400, answer.status());
        assertEquals("invalid", answer.code());
        assertSilence();
    }

    @Test
    void aForeignOriginIsRefusedWhateverElseIsSent() throws Exception {
        for (String origin : new String[] {
            "https://evil.example",
            "null",
            "http://localhost:8081",
            "https://localhost:8080",
            "http://localhost:8080.evil.example",
            "http://LOCALHOST:8080",
            Edge.CORS + ".evil.example"
        }) {
            assertEquals(
                    "foreign-origin",
                    edge.call("GET", "/api/auth/me", TOKEN, "Origin: " + origin).code(),
                    origin);
        }
        assertSilence();
    }

    @Test
    void aCookieCallThatChangesSomethingNeedsOneOfOurPages() throws Exception {
        assertEquals(
                "foreign-origin",
                edge.call("DELETE", "/api/auth/sessions", COOKIE).code());
        assertEquals(
                "foreign-origin",
                edge.call("DELETE", "/api/auth/sessions", COOKIE, "Sec-Fetch-Site: same-site")
                        .code());
        assertEquals(
                "foreign-origin",
                edge.call("DELETE", "/api/auth/sessions", COOKIE, "Origin: " + Edge.CORS)
                        .code());
        assertEquals(
                "foreign-origin",
                edge.call("POST", "/api/auth/logout", "Cookie: postrider_refresh=x")
                        .code());
        assertSilence();
        assertEquals(
                200,
                edge.call("DELETE", "/api/auth/sessions", COOKIE, "Sec-Fetch-Site: same-origin")
                        .status());
        assertEquals(
                200,
                edge.call("DELETE", "/api/auth/sessions", COOKIE, "Origin: " + Edge.PUBLIC)
                        .status());
        assertEquals(200, edge.call("GET", "/api/auth/me", COOKIE).status());
        assertEquals(200, edge.call("DELETE", "/api/auth/sessions", TOKEN).status());
    }

    @Test
    void aPageOnTheListCallsWithBearerOnlyAndNeverWithCookies() throws Exception {
        var asked = edge.call("OPTIONS", "/api/auth/me", "Origin: " + Edge.CORS, "Access-Control-Request-Method: GET");
        assertEquals(204, asked.status());
        assertEquals("600", asked.header("Access-Control-Max-Age"));
        var answer = edge.call("GET", "/api/auth/me", TOKEN, "Origin: " + Edge.CORS);
        assertEquals(200, answer.status());
        assertEquals(Edge.CORS, answer.header("Access-Control-Allow-Origin"));
        assertEquals("", answer.header("Access-Control-Allow-Credentials"));
        assertTrue(answer.header("Vary").contains("Origin"));
        assertEquals(
                "signed-out",
                edge.call("GET", "/api/auth/me", COOKIE, "Origin: " + Edge.CORS).code());
        assertEquals(
                "foreign-origin",
                edge.call(
                                "OPTIONS",
                                "/api/auth/me",
                                "Origin: https://evil.example",
                                "Access-Control-Request-Method: GET")
                        .code());
    }

    @Test
    void withoutAGoodTokenTheAnswerIsSignedOutAndPublicCallsPass() throws Exception {
        assertEquals("signed-out", edge.call("GET", "/api/auth/me").code());
        assertEquals(
                "signed-out",
                edge.call("GET", "/api/auth/me", "Authorization: Bearer nonsense")
                        .code());
        assertEquals(
                "signed-out",
                edge.call("GET", "/api/auth/me", "Authorization: Basic Z29vZC13cmVu")
                        .code());
        assertEquals(
                "signed-out",
                edge.call("GET", "/api/auth/me", "Cookie: postrider_access=old").code());
        assertSilence();
        assertEquals(200, edge.call("GET", "/.well-known/jwks.json").status());
        assertEquals(200, edge.call("GET", "/api/version").status());
    }

    @Test
    void aBodyTooLargeByLengthOrByChunksIsRefused() throws Exception {
        try (var wire = edge.wire()) {
            wire.send(Edge.request(
                    "POST", "/api/rooms", TOKEN, "Content-Type: application/json", "Content-Length: 65537"));
            assertEquals("too-large", wire.answer().code());
        }
        assertSilence();
        try (var wire = edge.wire()) {
            wire.send(Edge.request(
                    "POST", "/api/rooms", TOKEN, "Content-Type: application/json", "Transfer-Encoding: chunked"));
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            wire.send(chunk + chunk + chunk + chunk + "1\r\nx\r\n");
            var answer = wire.answer();
            assertEquals(413, answer.status());
            assertEquals("too-large", answer.code());
        }
        assertSilence();
    }

    @Test
    void onlyJsonInUtf8IsTaken() throws Exception {
        for (String type : new String[] {
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16"
        }) {
            assertEquals("unsupported-media-type", post("Content-Type: " + type), type);
        }
        assertEquals("unsupported-media-type", post("X-None: 1"));
        assertEquals("unsupported-media-type", post("Content-Type: application/json", "Content-Encoding: gzip"));
        assertSilence();
        post("Content-Type: application/json; charset=UTF-8");
        post("Content-Type: application/merge-patch+json");
        assertEquals(2, edge.chat.getFirst().heard.size());
    }

    @Test
    void aHeadTooLargeIs431() throws Exception {
        assertEquals(
                "headers-too-large",
                edge.call("GET", "/api/version", "X-Long: " + "x".repeat(20_000))
                        .code());
        var answer = edge.call("GET", "/api/version?" + "x".repeat(20_000));
        assertEquals(431, answer.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/version HTTP/1.1\r\n\r\n",
                "GET /api/version HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/version HTTP/1.1\nHost: a\n\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 2\r\n\r\n{}",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /api/auth/login HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET http://evil.example/api/version HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/version HTTP/3.7\r\nHost: a\r\n\r\n",
                "TRACE /api/version HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void whatCouldBeReadInTwoWaysIsRefusedAndTheConnectionClosed(String request) throws Exception {
        try (var wire = edge.wire()) {
            int status = wire.send(request).answer().status();
            assertTrue(status == 400 || status == 405 || status == 431 || status == 501, request + " gave " + status);
            assertSilence();
        }
    }

    @Test
    void aBodyNeverBecomesASecondRequest() throws Exception {
        String hidden = "GET /api/auth/me HTTP/1.1\r\nHost: a\r\n" + TOKEN + "\r\n\r\n";
        try (var wire = edge.wire()) {
            wire.send(Edge.request(
                            "GET",
                            "/api/users",
                            TOKEN,
                            "Content-Type: application/json",
                            "Content-Length: " + hidden.length())
                    + hidden);
            wire.answer();
            assertEquals(1, edge.auth.heard.size());
        }
    }

    @Test
    void aFoldedHeaderReachesAPartAsOneLine() throws Exception {
        edge.call("GET", "/api/auth/me", TOKEN, "User-Agent: a\r\n X-Forwarded-For: 6.6.6.6");
        assertEquals("a X-Forwarded-For: 6.6.6.6", edge.auth.last().headers().get("user-agent"));
        assertEquals("127.0.0.1", edge.auth.last().headers().get("x-forwarded-for"));
    }

    @Test
    void methodOverridesAreIgnored() throws Exception {
        edge.call("GET", "/api/auth/sessions", TOKEN, "X-HTTP-Method-Override: DELETE", "X-Method-Override: DELETE");
        assertEquals("GET", edge.auth.last().method());
        assertFalse(edge.auth.last().headers().containsKey("x-method-override"));
    }

    @Test
    void aSlowHeadAndASlowBodyAreCutOff() throws Exception {
        try (var wire = edge.wire()) {
            wire.send("GET /api/ver");
            await().atMost(Duration.ofSeconds(3)).until(wire::isClosed);
        }
        try (var wire = edge.wire()) {
            wire.send(Edge.request("POST", "/api/rooms", TOKEN, "Content-Type: application/json", "Content-Length: 10")
                    + "{");
            assertEquals("invalid", wire.answer().code());
        }
    }

    @Test
    void manyRequestsShareAConnectionAlsoAfterARefusal() throws Exception {
        try (var wire = edge.wire()) {
            assertEquals(401, wire.send(Edge.post("/api/rooms", "{}")).answer().status());
            assertEquals(
                    200,
                    wire.send(Edge.post("/api/rooms", "{}", TOKEN)).answer().status());
            assertEquals(
                    404, wire.send(Edge.request("GET", "/api/nothing")).answer().status());
            assertEquals(
                    200, wire.send(Edge.request("GET", "/api/version")).answer().status());
        }
    }

    private String post(String... headers) throws Exception {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = TOKEN;
        all[headers.length + 1] = "Content-Length: 2";
        try (var wire = edge.wire()) {
            return wire.send(Edge.request("POST", "/api/rooms", all) + "{}")
                    .answer()
                    .code();
        }
    }

    private void assertSilence() {
        assertTrue(edge.auth.heard.isEmpty() && edge.history.heard.isEmpty());
        assertTrue(edge.chat.getFirst().heard.isEmpty());
    }
}
