package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Sockets that break the WebSocket protocol or ours, through the gateway. */
final class FrameAttacks {
    private static final int FRAMES = 20_000;
    private static final int TIMES = 20;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NO_TEXT = 1007;
    private static final int TOO_BIG = 1009;
    private static final int NO_BYTES = 1003;

    /** The bytes, and how the server closes. */
    private static final Map<String, Integer> BROKEN = Map.ofEntries(
            Map.entry("810161", PROTOCOL_ERROR),
            Map.entry("c18000000000", PROTOCOL_ERROR),
            Map.entry("838000000000", PROTOCOL_ERROR),
            Map.entry("8b8000000000", PROTOCOL_ERROR),
            Map.entry("098000000000", PROTOCOL_ERROR),
            Map.entry("808000000000", PROTOCOL_ERROR),
            Map.entry("81ffffffffffffffffff00000000", PROTOCOL_ERROR),
            Map.entry("88810000000003", PROTOCOL_ERROR),
            Map.entry("81ff7fffffffffffffff00000000", TOO_BIG),
            Map.entry("818200000000c328", NO_TEXT),
            Map.entry("818300000000eda080", NO_TEXT),
            Map.entry("828100000000ff", NO_BYTES));

    private static final List<String> NO_FRAMES = List.of(
            "",
            "null",
            "[]",
            "{\"type\":NaN}",
            "{\"type\":\"ping\",\"type\":\"send\"}",
            "{\"type\":\"welcome\"}",
            "{\"type\":\"send\",\"body\":\"\\ud800\"}",
            "{\"type\":\"ping\",\"x\":" + "[".repeat(20_000) + "}",
            "{\"type\":\"send\",\"body\":\"" + "x".repeat(60_000) + "\"}");

    private final Door gateway;
    private final String token;

    FrameAttacks(Suite suite) {
        this.gateway = suite.door("gateway");
        this.token = Account.registered(gateway, "fern").signsIn(gateway).access();
    }

    List<Attack> all() {
        return List.of(
                new Attack("broken frames", this::broken),
                new Attack("what is no frame of ours", this::nonsense),
                new Attack("floods of pings and of nothing", this::floods),
                new Attack("endless fragments", this::endless),
                new Attack("never reading", this::deaf));
    }

    private void broken() {
        for (int i = 0; i < TIMES; i++) {
            BROKEN.forEach((hex, code) -> {
                try (RawSocket socket = raw()) {
                    assertEquals(
                            code, socket.write(HexFormat.of().parseHex(hex)).awaitClose(), hex);
                }
            });
        }
    }

    private void nonsense() {
        for (int i = 0; i < TIMES; i++) {
            try (RawSocket socket = raw()) {
                for (String text : NO_FRAMES) {
                    socket.write(RawSocket.text(text)).awaitHeard("\"rejected\"");
                }
                socket.heard.forEach(said -> FairAnswer.tellsNothing("a frame", said));
            }
        }
    }

    private void floods() {
        flood(RawSocket.frame(RawSocket.FIN | RawSocket.PING, new byte[0]));
        flood(RawSocket.frame(RawSocket.FIN | RawSocket.PING, new byte[125]));
        flood(RawSocket.frame(RawSocket.FIN | 0xa, new byte[125]));
    }

    private void flood(byte[] frame) {
        try (RawSocket socket = raw()) {
            for (int i = 0; i < FRAMES; i++) {
                socket.write(frame);
            }
            socket.write(RawSocket.text("{\"type\":\"ping\",\"nonce\":\"after\"}"))
                    .awaitHeard("\"after\"");
        }
    }

    private void endless() {
        byte[] piece = RawSocket.frame(RawSocket.CONTINUATION, "x".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < TIMES; i++) {
            try (RawSocket socket = raw()) {
                socket.write(RawSocket.frame(RawSocket.TEXT, new byte[] {'"'}));
                for (int count = 0; count < 200; count++) {
                    socket.write(piece);
                }
                assertEquals(TOO_BIG, socket.awaitClose());
            }
        }
    }

    /** They ask for ever more answers and take none. */
    private void deaf() {
        List<RawSocket> sockets = new ArrayList<>();
        try {
            byte[] question = RawSocket.text("{\"type\":\"ping\",\"nonce\":\"" + "x".repeat(60) + "\"}");
            for (int i = 0; i < TIMES; i++) {
                sockets.add(raw());
            }
            for (int count = 0; count < 500; count++) {
                sockets.forEach(socket -> socket.write(question));
            }
        } finally {
            sockets.forEach(RawSocket::close);
        }
    }

    private RawSocket raw() {
        return RawSocket.connect(gateway.port(), token);
    }
}
