package dev.postrider.gateway.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever has no end in sight is refused at its bound, and only its sender notices. */
final class BombTest {
    private static final int LARGE = 102_400;
    private static final String JSON = "Content-Type: application/json";
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private Siege siege;

    @BeforeEach
    void start() throws Exception {
        siege = new Siege();
    }

    @AfterEach
    void stop() throws Exception {
        siege.close();
    }

    static Stream<String> heads() {
        String large = "x".repeat(LARGE);
        return Stream.of(
                Edge.request("GET", "/" + large),
                Edge.request("GET", "/api/auth/me?" + large, Siege.TOKEN),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, "X: " + large),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, large + ": x"),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, "Cookie: postrider_access=" + large),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, "X: a\r\n" + " b\r\n".repeat(10_000) + "Y: c"),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, "X: y\r\n".repeat(9_999) + "X: y"),
                Edge.request("GET", "/api/auth/me", Siege.TOKEN, numbered()),
                Edge.request(large, "/api/auth/me", Siege.TOKEN));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aHeadWithoutMeasureIs431(String head) throws Exception {
        var answer = siege.attackOnce(head);
        assertEquals(431, answer.status());
        assertEquals("headers-too-large", answer.code());
        siege.assertKept(List.of(answer));
    }

    @Test
    void asManyHeadersAsTheBoundHoldsDoNoHarm() throws Exception {
        var answer =
                siege.attackOnce(Edge.request("GET", "/api/auth/me", Siege.TOKEN, "X:y\r\n".repeat(3_000) + "X:y"));
        assertEquals(200, answer.status());
        assertTrue(siege.assertOneCall(List.of(answer)).headers().size() < 20);
    }

    static Stream<String> bodies() {
        return Stream.of(
                "Content-Length: 65537\r\n\r\n",
                "Content-Length: 9223372036854775807\r\n\r\n",
                "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n",
                CHUNKED + "\r\n\r\n" + ("8000\r\n" + "x".repeat(0x8000) + "\r\n").repeat(3),
                CHUNKED + "\r\n\r\n" + "1\r\nx\r\n".repeat(65_537),
                CHUNKED + "\r\n\r\n" + "1;a=b\r\nx\r\n".repeat(65_537),
                CHUNKED + "\r\n\r\n" + "7fffffff\r\n" + "x".repeat(65_537));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyOverTheBoundIs413HoweverItIsCut(String rest) throws Exception {
        String head = "POST /api/rooms HTTP/1.1\r\nHost: a\r\n" + Siege.TOKEN + "\r\n" + JSON + "\r\n";
        var answer = siege.attackOnce(head + rest);
        assertEquals(413, answer.status());
        assertEquals("too-large", answer.code());
        siege.assertKept(List.of(answer));
    }

    @Test
    void whoSendsOnAfterTheRefusalIsCutOff() throws Exception {
        try (var wire = siege.edge.wire()) {
            wire.send(Edge.request("POST", "/api/rooms", Siege.TOKEN, JSON, "Content-Length: 999999999"));
            assertEquals(413, wire.answer().status());
            await().until(() -> !goesOn(wire));
        }
        siege.assertKept(List.of());
    }

    @Test
    void anUnendingChunkExtensionOrTrailerBecomesNoRequest() throws Exception {
        for (String endless : List.of("1;" + "x".repeat(LARGE), "2\r\n{}\r\n0\r\n" + "X: y\r\n".repeat(LARGE / 6))) {
            try (var wire = siege.edge.wire()) {
                wire.send(Edge.request("POST", "/api/rooms", Siege.TOKEN, JSON, CHUNKED) + endless);
                await().until(wire::isClosed);
            }
            siege.assertKept(List.of());
            siege.part.calls.clear();
        }
    }

    @Test
    void aCompressedBodyIsNeverUnpacked() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[32 * 1_048_576]);
        }
        String body = zipped.toString(StandardCharsets.ISO_8859_1);
        for (String coding : List.of("gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip")) {
            var answer = siege.attackOnce(
                    Edge.post("/api/rooms", body.substring(0, 30_000), Siege.TOKEN, "Content-Encoding: " + coding));
            assertEquals("unsupported-media-type", answer.code(), coding);
            siege.assertKept(List.of(answer));
            siege.part.calls.clear();
        }
    }

    @Test
    void connectionsBeyondTheBoundAreClosedAndTheOthersServed() throws Exception {
        try (var few = new Siege(Map.of("gateway.bounds.connections-max", "2"))) {
            try (var one = few.edge.wire();
                    var two = few.edge.wire()) {
                assertEquals(
                        200,
                        one.send(Edge.request("GET", "/api/version")).answer().status());
                assertEquals(
                        200,
                        two.send(Edge.request("GET", "/api/version")).answer().status());
                try (var three = few.edge.wire()) {
                    await().until(three::isClosed);
                }
                assertEquals(
                        200,
                        one.send(Edge.request("GET", "/api/version")).answer().status());
            }
            await().ignoreExceptions()
                    .until(() -> few.edge.call("GET", "/api/version").status() == 200);
            few.assertKept(List.of());
        }
    }

    private static boolean goesOn(Wire wire) {
        try {
            wire.send("x".repeat(65_536));
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    private static String numbered() {
        var headers = new StringBuilder("X: y");
        for (int i = 0; i < 10_000; i++) {
            headers.append("\r\nX-").append(i).append(": y");
        }
        return headers.toString();
    }
}
