package dev.postrider.gateway.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway says to a part of a caller cannot be said, changed or taken away by the caller. */
final class ForgedHeadersTest {
    private static final String COOKIE = "Cookie: postrider_access=good-wren";
    private static final Set<String> WRITTEN =
            Set.of("host", "traceparent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-request-id");
    private static final List<String> FORGED = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "X_Forwarded_For",
            "x-forwarded-for",
            "X-Real-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Original-Host",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
            "X-User-Id",
            "X-User",
            "X-Postrider-User",
            "Postrider-Service-Key",
            "X-Service-Key",
            "X-Internal",
            "X-Request-Id",
            "X-Correlation-Id",
            "traceparent",
            "tracestate",
            "baggage",
            "Via",
            "Proxy",
            "Proxy-Authorization",
            "Proxy-Connection",
            "Keep-Alive",
            "TE",
            "Trailer",
            "Range",
            "Max-Forwards",
            "HTTP2-Settings",
            "Content-Location",
            "X-Accel-Redirect");
    private Siege siege;

    @BeforeEach
    void start() throws Exception {
        siege = new Siege();
    }

    @AfterEach
    void stop() throws Exception {
        siege.close();
    }

    @Test
    void aPartHearsOnlyNamesOnTheListAndTheValuesOfTheGateway() throws Exception {
        var headers = FORGED.stream().map(name -> name + ": 6.6.6.6").toList();
        var answers = siege.attack(Edge.request("GET", "/api/auth/me", with(headers, Siege.TOKEN)));
        assertEquals(200, answers.getFirst().status());
        var heard = siege.assertOneCall(answers).headers();
        var expected = new TreeSet<>(WRITTEN);
        expected.add("authorization");
        assertEquals(expected, heard.keySet());
        assertEquals("127.0.0.1", heard.get("x-forwarded-for"));
        assertFalse(heard.toString().contains("6.6.6.6"));
    }

    @Test
    void aNodeHearsNoForgedNameInAHandshakeEither() throws Exception {
        var headers = FORGED.stream().map(name -> name + ": 6.6.6.6").toList();
        var answers = siege.attack(Edge.upgrade(with(headers, Siege.TOKEN, "Sec-WebSocket-Protocol: postrider.v1")));
        assertEquals(200, answers.getFirst().status());
        var heard = siege.assertOneCall(answers).headers();
        assertEquals("127.0.0.1", heard.get("x-forwarded-for"));
        assertFalse(heard.toString().contains("6.6.6.6"));
    }

    @Test
    void aConnectionHeaderTakesNothingAway() throws Exception {
        String names = "keep-alive, authorization, cookie, host, content-length, content-type, x-forwarded-for, "
                + "x-forwarded-host, x-forwarded-proto, x-request-id, traceparent";
        var answers = siege.attack(Edge.post(
                "/api/rooms", "{}", Siege.TOKEN, COOKIE, "Sec-Fetch-Site: same-origin", "Connection: " + names));
        assertEquals(200, answers.getFirst().status());
        var call = siege.assertOneCall(answers);
        assertTrue(call.headers().keySet().containsAll(WRITTEN), call::toString);
        assertEquals("Bearer good-wren", call.headers().get("authorization"));
        assertEquals("postrider_access=good-wren", call.headers().get("cookie"));
        assertEquals("{}", call.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost:8080, evil.example",
                "evil.example:8080",
                "localhost:8080@evil.example",
                "localhost:8080#evil",
                "localhost:8080/../x",
                "127.0.0.1:9081",
                "[::1",
                "a b",
                "",
                "%2e",
                "\u00e9"
            })
    void aHostOfTheCallersChoiceReachesNoPart(String host) throws Exception {
        var answers = siege.attack("GET /api/auth/me HTTP/1.1\r\nHost: " + host + "\r\n" + Siege.TOKEN + "\r\n\r\n");
        assertEquals(1, answers.size());
        assertEquals(200, answers.getFirst().status());
        var heard = siege.assertOneCall(answers).headers();
        assertEquals("localhost:8080", heard.get("x-forwarded-host"));
        assertEquals(siege.part.url(), "http://" + heard.get("host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer bad",
                "Content-Type: text/plain",
                "Idempotency-Key: 2",
                "Origin: http://localhost:8080",
                "Sec-Fetch-Site: cross-site"
            })
    void whatMayStandOnceIsRefusedTwiceInEitherOrder(String second) throws Exception {
        String name = second.substring(0, second.indexOf(':'));
        String first = name
                + switch (name) {
                    case "Authorization" -> ": Bearer good-wren";
                    case "Content-Type" -> ": application/json";
                    case "Origin" -> ": https://evil.example";
                    case "Sec-Fetch-Site" -> ": same-origin";
                    default -> ": 1";
                };
        for (String both : List.of(first + "\r\n" + second, second + "\r\n" + first)) {
            String token = name.equals("Authorization") ? "X: x" : Siege.TOKEN;
            var answers = siege.attack(
                    Edge.request("POST", "/api/auth/login", token, both, "Content-Length: 2") + "{}" + Siege.HIDDEN);
            assertEquals(1, answers.size());
            assertEquals(400, answers.getFirst().status());
            siege.assertKept(answers);
            siege.part.calls.clear();
        }
    }

    private static String[] with(List<String> headers, String... more) {
        var all = new java.util.ArrayList<>(headers);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
