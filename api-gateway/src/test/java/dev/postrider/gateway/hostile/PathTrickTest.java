package dev.postrider.gateway.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of an address or a method leads past the table of routes. */
final class PathTrickTest {
    private static Siege siege;

    @BeforeAll
    static void start() throws Exception {
        siege = new Siege();
    }

    @AfterAll
    static void stop() throws Exception {
        siege.close();
    }

    @BeforeEach
    void forget() {
        siege.part.calls.clear();
        siege.part.faults.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/users",
                "/INTERNAL/users",
                "/Internal/users",
                "/%69nternal/users",
                "/internal/",
                "/internal",
                "/internal%2fusers",
                "/internal%5cusers",
                "//internal/users",
                "///internal/users",
                "/./internal/users",
                "/api/../internal/users",
                "/api/./../internal/users",
                "/api/auth/../../internal/users",
                "/api/auth/%2e%2e/%2e%2e/internal/users",
                "/api/auth/%2E./.%2e/internal/users",
                "/api/auth/..%2f..%2finternal/users",
                "/api/auth/..%5c..%5cinternal",
                "/api/auth/..\\..\\internal",
                "/api/auth/..;/..;/internal/users",
                "/api/auth/;/../../internal",
                "/api/auth;x=y/../internal",
                "/api/auth/%2e%2e;/internal",
                "/api/auth/me%3b/../../internal",
                "/api/auth/me%00/../../internal",
                "/api/auth/me%00",
                "/api/auth/me%0d%0aX-User-Id:%20root",
                "/api/auth/%0a",
                "/api/auth/me%20HTTP/1.1%0d%0a",
                "/api/auth/%c0%ae%c0%ae/internal",
                "/api/auth/%c0%af..%c0%afinternal",
                "/api/auth/%e0%80%ae%e0%80%ae/internal",
                "/api/auth/%f0%80%80%ae/x",
                "/api/auth/%252e%252e/internal",
                "/api/auth/%25252e/internal",
                "/api/auth/..%252finternal",
                "/api/auth/%u002e%u002e/internal",
                "/api/auth/%%32%65/internal",
                "/api/auth/%ed%a0%80",
                "/api/auth/%ff",
                "/api/auth/\u00e9",
                "/api/auth/me\u0000",
                "/api//auth/me",
                "/api/auth//me",
                "/api/auth/me//",
                "/api/auth/me/..",
                "/api/auth/me/.",
                "/api/internal/users",
                "/api/auth/../internal/users",
                "/api/%69nternal/users",
                "/API/auth/me",
                "/api",
                "/q/health/ready",
                "/q/metrics",
                "/q/dev",
                "/metrics",
                "/actuator",
                "/.git/config",
                "/.env",
                "http://127.0.0.1/internal/users",
                "http://localhost:8080/api/auth/me",
                "https://localhost:8080/api/auth/me",
                "HTTP://localhost:8080/internal",
                "//localhost:8080/api/auth/me",
                "internal/users",
                "api/auth/me",
                "localhost:8080/api/auth/me",
                "?/api/auth/me",
                "*",
                "/api/auth/me#/internal",
                "/#/../internal"
            })
    void noSpellingReachesWhatIsInside(String target) throws Exception {
        for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
            var answer = siege.edge.call(method, target, Siege.TOKEN);
            assertTrue(List.of(400, 404, 405).contains(answer.status()), method + " gave " + answer.status());
            siege.assertKept(List.of(answer));
            siege.part.calls.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/%61uth/me",
                "/api/auth/me?next=/../internal//users;x=%2e%2e%2f%5c",
                "/api/auth/me?x=%0d%0aX-User-Id:%20root",
                "/api/auth/me??/api/auth/register",
                "/api/auth/me/",
                "/api/auth/...",
                "/api/auth/..me",
                "/api/auth/login",
                "/api/auth/%6cogout/x",
                "/api/auth/%ef%bc%8e%ef%bc%8e/internal",
                "/api/auth/me?" + "a=b&"
            })
    void whatPassesIsHeardByteForByteAndWantedATokenBefore(String target) throws Exception {
        assertEquals(401, siege.edge.call("GET", target).status());
        var answer = siege.edge.call("GET", target, Siege.TOKEN);
        assertEquals(200, answer.status());
        assertEquals(target, siege.assertOneCall(List.of(answer)).uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE",
                "TRACK",
                "CONNECT",
                "DEBUG",
                "PURGE",
                "PROPFIND",
                "MKCOL",
                "LINK",
                "M-SEARCH",
                "QUERY",
                "PRI",
                "get",
                "Get",
                "GETT",
                "XGET",
                "GET\u00e9",
                "GET\u0001",
                "G(T",
                "{}"
            })
    void aMethodNobodyServesEndsTheConnection(String method) throws Exception {
        for (String path : List.of("/api/auth/me", "/", "/ws", "/internal/users", "localhost:443")) {
            var answers = siege.attack(Edge.request(method, path, Siege.TOKEN) + Siege.HIDDEN);
            assertEquals(1, answers.size());
            int status = answers.getFirst().status();
            assertTrue(List.of(400, 405).contains(status), path + " gave " + status);
            siege.assertKept(answers);
            siege.part.calls.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"
            })
    void anOverrideChangesNothing(String name) throws Exception {
        var answers = siege.attack(Edge.request(
                "GET", "/api/auth/me?_method=DELETE", Siege.TOKEN, name + ": DELETE", name + ": /internal"));
        var call = siege.assertOneCall(answers);
        assertEquals("GET", call.method());
        assertEquals("/api/auth/me?_method=DELETE", call.uri());
    }
}
