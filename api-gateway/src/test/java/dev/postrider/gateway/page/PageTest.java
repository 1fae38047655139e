package dev.postrider.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageTest {
    private static final String PUSH = "self.__next_f.push([1,\"</p>\\n\"])";

    @TempDir
    Path folder;

    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        put(
                "index.html",
                "<p>home</p><script>" + PUSH
                        + "</script><SCRIPT type='module' src=/x.js></SCRIPT><script id=a>\n1\n</script >");
        put("404.html", "<p>nothing</p>");
        put("c.html", "<p>conversation</p>");
        put("rooms/index.html", "<p>rooms</p>");
        put("login.html", "<p>login</p>");
        put("_next/static/chunks/a-0123.js", "console.log(1);".repeat(100));
        put("sw.js", "self.x=1");
        edge = new Edge(1, Map.of("gateway.page-dir", folder.toString()));
    }

    @AfterEach
    void stop() throws Exception {
        edge.close();
    }

    @Test
    void everyInlineScriptIsNamedInThePolicyAndNothingIsUnsafe() throws Exception {
        var answer = edge.call("GET", "/");
        String policy = answer.header("Content-Security-Policy");
        String scripts = directive(policy, "script-src");
        assertTrue(scripts.contains(hash(PUSH)), scripts);
        assertTrue(scripts.contains(hash("\n1\n")), scripts);
        assertEquals(2, scripts.split("sha256-", -1).length - 1);
        assertFalse(scripts.contains("unsafe"));
        assertEquals("connect-src 'self' ws://127.0.0.1:8080 ws://localhost:8080", directive(policy, "connect-src"));
        assertEquals("frame-ancestors 'none'", directive(policy, "frame-ancestors"));
        assertEquals("", answer.header("Strict-Transport-Security"));
        assertFalse(edge.call("GET", "/login").header("Content-Security-Policy").contains("sha256"));
    }

    @Test
    void aPathFindsItsFileItsPageOrTheShellOfItsFamily() throws Exception {
        assertBody("home", "/");
        assertBody("home", "/index.html");
        assertBody("conversation", "/c");
        assertBody("conversation", "/c/dm%3A01%3A02");
        assertBody("conversation", "/c/dm%3A01%3A02/thread/7");
        assertBody("rooms", "/rooms/");
        assertBody("rooms", "/rooms/01");
        assertBody("login", "/login?next=%2Fc");
    }

    @Test
    void whatIsNotThereIs404AndNeverAnotherFile() throws Exception {
        var page = edge.call("GET", "/nowhere/at/all");
        assertEquals(404, page.status());
        assertTrue(page.body().contains("nothing"));
        assertEquals(404, edge.call("GET", "/c/missing.js").status());
        assertEquals(404, edge.call("GET", "/_next/static/gone.js").status());
        assertEquals(
                "application/problem+json", edge.call("GET", "/api/nowhere").header("Content-Type"));
        assertEquals(404, edge.call("GET", "/internal/users").status());
        assertEquals(404, edge.call("GET", "/q/health/ready").status());
    }

    @Test
    void hashedAssetsAreKeptForEverAndPagesAskedForAgain() throws Exception {
        var asset = edge.call("GET", "/_next/static/chunks/a-0123.js");
        assertEquals("public, max-age=31536000, immutable", asset.header("Cache-Control"));
        assertEquals("text/javascript; charset=utf-8", asset.header("Content-Type"));
        var page = edge.call("GET", "/login");
        assertEquals("no-cache", page.header("Cache-Control"));
        var again = edge.call("GET", "/login", "If-None-Match: " + page.header("ETag"));
        assertEquals(304, again.status());
    }

    @Test
    void aLargeTextIsSentCompressedToWhoTakesItUnderItsOwnTag() throws Exception {
        var plain = edge.call("GET", "/_next/static/chunks/a-0123.js");
        Wire.Answer zipped;
        try (var wire = edge.wire()) {
            zipped = wire.send(Edge.request("HEAD", "/_next/static/chunks/a-0123.js", "Accept-Encoding: br, gzip"))
                    .head();
        }
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertTrue(
                Integer.parseInt(zipped.header("Content-Length")) < plain.body().length() / 2);
        assertFalse(zipped.header("ETag").equals(plain.header("ETag")));
    }

    @Test
    void aPageLargerThanAllowedStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> PageFiles.read(folder, 100));
    }

    @Test
    void overHttpsBrowsersAreToldToStayThere() throws Exception {
        try (var secure = new Edge(1, Map.of("gateway.public-origins", "https://chat.example.org"))) {
            var answer = secure.call("GET", "/api/version");
            assertEquals("max-age=31536000; includeSubDomains", answer.header("Strict-Transport-Security"));
            assertEquals(
                    "signed-out",
                    secure.call("GET", "/api/auth/me", "Cookie: postrider_access=good-wren")
                            .code());
            assertEquals(
                    200,
                    secure.call("GET", "/api/auth/me", "Cookie: __Host-postrider_access=good-wren")
                            .status());
        }
    }

    private void assertBody(String expected, String path) throws Exception {
        var answer = edge.call("GET", path);
        assertEquals(200, answer.status(), path);
        assertTrue(answer.body().contains(expected), path + " gave " + answer.body());
    }

    private void put(String name, String text) throws Exception {
        Path path = folder.resolve(name);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    private static String directive(String policy, String name) {
        for (String directive : policy.split("; ")) {
            if (directive.startsWith(name)) {
                return directive;
            }
        }
        return "";
    }

    private static String hash(String script) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
