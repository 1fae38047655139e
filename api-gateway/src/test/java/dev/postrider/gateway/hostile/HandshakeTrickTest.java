package dev.postrider.gateway.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake opens a pipe only with the node's 101; without it nothing that follows reaches a part as it was sent. */
final class HandshakeTrickTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: postrider.v1";
    private static final String INSIDE = "GET /internal/users HTTP/1.1\r\nHost: a\r\n" + Siege.TOKEN + "\r\n\r\n";
    private static final String[] GOOD = {
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13"
    };
    private Siege siege;

    @BeforeEach
    void start() throws Exception {
        siege = new Siege(Map.of("gateway.bounds.tunnels-max", "2"));
    }

    @AfterEach
    void stop() throws Exception {
        siege.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: h2c",
                "Upgrade: h2c, foo",
                "Upgrade: websocket/13",
                "Upgrade: websockets",
                "Upgrade: TLS/1.3",
                "Upgrade:",
                "Connection: keep-alive",
                "Connection: close",
                "Connection: Upgraded",
                "Sec-WebSocket-Version: 12",
                "Sec-WebSocket-Version: 014",
                "Sec-WebSocket-Version: 13, 8",
                "Sec-WebSocket-Version:",
                "Sec-WebSocket-Version: 13x",
                "Sec-WebSocket-Key: short",
                "Sec-WebSocket-Key:",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 8",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
            })
    void aHandshakeThatIsNotOneReachesNoNode(String header) throws Exception {
        String name = header.substring(0, header.indexOf(':') + 1);
        String[] headers = GOOD.clone();
        for (int i = 0; i < headers.length; i++) {
            headers[i] = headers[i].startsWith(name) ? header : headers[i];
        }
        String handshake = Edge.request("GET", "/ws", Siege.TOKEN, PROTOCOL, String.join("\r\n", headers));
        var answer = siege.attackOnce(handshake);
        assertEquals(400, answer.status());
        siege.assertKept(List.of(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: %d",
                "Transfer-Encoding: chunked",
                "Content-Length: %d\r\nTransfer-Encoding: chunked"
            })
    void aHandshakeWithABodyIsRefusedAndItsBodyIsNoRequest(String framing) throws Exception {
        String length = framing.formatted(Siege.HIDDEN.length());
        String chunked = Integer.toHexString(Siege.HIDDEN.length()) + "\r\n" + Siege.HIDDEN + "\r\n0\r\n\r\n";
        var answers = siege.attack(
                Edge.upgrade(Siege.TOKEN, PROTOCOL, length) + (framing.endsWith("chunked") ? chunked : Siege.HIDDEN));
        assertEquals(1, answers.size());
        assertEquals(400, answers.getFirst().status());
        siege.assertKept(answers);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 401, 403, 404, 426, 429, 500, 503})
    void afterARefusalOfTheNodeTheNextRequestIsJudgedLikeAnyOther(int status) throws Exception {
        String body = status == 204 ? "\r\n" : "Content-Length: 2\r\n\r\n{}";
        siege.part.answer = "HTTP/1.1 " + status + " No\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + body;
        var answers = siege.attack(Edge.upgrade(Siege.TOKEN, PROTOCOL) + INSIDE);
        siege.part.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        assertEquals(2, answers.size());
        assertEquals(status, answers.getFirst().status());
        assertEquals("", answers.getFirst().header("Upgrade"));
        assertEquals(404, answers.getLast().status());
        assertEquals("/ws", siege.assertOneCall(answers).uri());
    }

    @Test
    void refusedHandshakesTakeNoPlaceAway() throws Exception {
        siege.part.answer = "HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\n{}";
        for (int i = 0; i < 10; i++) {
            assertEquals(403, status());
        }
        siege.part.answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
        assertEquals(101, status());
        await().until(() -> siege.edge.openTunnels() == 0);
    }

    @Test
    void whatIsSentBeforeTheNodesYesIsNoRequestOfItsOwn() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            var answers = wire.send(Edge.upgrade(Siege.TOKEN, PROTOCOL) + Siege.HIDDEN)
                    .answers();
            assertEquals(101, answers.getFirst().status());
            assertTrue(edge.auth.heard.isEmpty());
            assertEquals(200, edge.call("GET", "/api/auth/me", Siege.TOKEN).status());
            assertEquals(1, edge.auth.heard.size());
        }
    }

    private int status() throws Exception {
        try (var wire = siege.edge.wire()) {
            return wire.send(Edge.upgrade(Siege.TOKEN, PROTOCOL)).answer().status();
        }
    }
}
