package dev.postrider.chat.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.raw.RawSocket;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that break the WebSocket protocol or ours; after each, two others still talk. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class HostileFramesTest {
    private static final String ID = "0199a0b0-0000-7000-8000-000000000001";
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = ConversationId.direct(wren, moss).text();

    @BeforeEach
    void nodeIsReady() {
        ServingNode.await(RestAssured.port);
    }

    @AfterEach
    void twoOthersStillTalk() {
        String fern = TestTokens.newUser();
        String reed = TestTokens.newUser();
        try (Talker one = Talker.connect(RestAssured.port, fern);
                Talker other = Talker.connect(RestAssured.port, reed)) {
            one.await(ServerFrame.Welcome.class);
            other.await(ServerFrame.Welcome.class);
            String id = one.send(ConversationId.direct(fern, reed).text(), "canary");
            one.await(ServerFrame.Accepted.class, accepted -> accepted.id().equals(id));
            other.await(Event.Message.class, message -> id.equals(message.id()));
        }
    }

    private RawSocket raw() {
        return RawSocket.connect(RestAssured.port, TestTokens.access(wren));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unmasked text, 810161, 1002",
        "first reserved bit, c18000000000, 1002",
        "second reserved bit, a18000000000, 1002",
        "third reserved bit, 918000000000, 1002",
        "reserved data opcode, 838000000000, 1002",
        "reserved control opcode, 8b8000000000, 1002",
        "fragmented ping, 098000000000, 1002",
        "ping with a long payload, 89fe007e00000000, 1002",
        "continuation of nothing, 808000000000, 1002",
        "text within a fragmented text, 018000000000818000000000, 1002",
        "negative length, 81ffffffffffffffffff00000000, 1002",
        "huge length, 81ff7fffffffffffffff00000000, 1009",
        "a length that needs fewer bytes, 81fe000100000000 61, 1002",
        "close of one byte, 88810000000003, 1002",
        "close with a code nobody may send, 88820000000003ed, 1002",
        "close with a reason that is no UTF-8, 888400000000 03e8 c328, 1007",
        "text that is no UTF-8, 818200000000 c328, 1007",
        "an overlong form, 818200000000 c0af, 1007",
        "half a surrogate, 818300000000 eda080, 1007",
        "beyond the last code point, 818400000000 f4908080, 1007",
        "text that ends within a character, 818200000000 e282, 1007",
        "split text that is no UTF-8, 018200000000e282 808100000000 28, 1007"
    })
    void whatBreaksTheProtocolClosesTheSocket(String what, String hex, int code) {
        try (RawSocket socket = raw()) {
            assertEquals(code, socket.write(bytes(hex.replace(" ", ""))).awaitClose(), what);
        }
    }

    @Test
    void nothingIsHeardBehindWhatBreaksTheProtocol() {
        try (RawSocket socket = raw()) {
            byte[] broken = bytes("818200000000c328");
            byte[] good = RawSocket.text("{\"type\":\"nonsense\"}");
            byte[] both = Arrays.copyOf(broken, broken.length + good.length);
            System.arraycopy(good, 0, both, broken.length, good.length);

            assertEquals(1007, socket.write(both).awaitClose());
            assertTrue(socket.heard.isEmpty(), socket.heard::toString);
        }
    }

    @Test
    void aCharacterSplitOverFragmentsIsWhole() {
        try (RawSocket socket = raw()) {
            byte[] text =
                    ("{\"type\":\"nonsense\",\"id\":\"" + ID + "\",\"x\":\"\u20ac\"}").getBytes(StandardCharsets.UTF_8);
            int middle = text.length - 4;
            socket.write(RawSocket.frame(RawSocket.TEXT, Arrays.copyOfRange(text, 0, middle)));
            socket.write(RawSocket.frame(
                    RawSocket.FIN | RawSocket.CONTINUATION, Arrays.copyOfRange(text, middle, text.length)));

            socket.awaitHeard("\"rejected\"");

            assertTrue(String.join("", socket.heard).contains("no such frame"), socket.heard::toString);
        }
    }

    @Test
    void endlessFragmentsAreTooBig() {
        try (RawSocket socket = raw()) {
            socket.write(RawSocket.frame(RawSocket.TEXT, new byte[] {'"'}));
            byte[] piece =
                    RawSocket.frame(RawSocket.CONTINUATION, "x".repeat(1_000).getBytes(StandardCharsets.UTF_8));
            for (int count = 0; count < 200; count++) {
                socket.write(piece);
            }

            assertEquals(1009, socket.awaitClose());
        }
    }

    @Test
    void emptyFragmentsWithoutEndHurtNobody() {
        try (RawSocket socket = raw()) {
            socket.write(RawSocket.frame(RawSocket.TEXT, new byte[0]));
            byte[] nothing = RawSocket.frame(RawSocket.CONTINUATION, new byte[0]);
            for (int count = 0; count < 50_000; count++) {
                socket.write(nothing);
            }
            socket.write(RawSocket.frame(RawSocket.FIN | RawSocket.CONTINUATION, new byte[0]));
            socket.write(bye());

            assertEquals(1000, socket.awaitClose());
        }
    }

    @Test
    void aFloodOfPingsHurtsNobody() {
        try (RawSocket socket = raw()) {
            byte[] ping = RawSocket.frame(RawSocket.FIN | RawSocket.PING, new byte[0]);
            for (int count = 0; count < 20_000; count++) {
                socket.write(ping);
            }
            socket.write(bye());

            assertEquals(1000, socket.awaitClose());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"type\":\"send\"} trailing",
                "\uFEFF{\"type\":\"ping\"}",
                "{\"type\":NaN}",
                "{\"type\":\"ping\",\"at\":1e999999999}",
                "{\"type\":\"ping\",\"type\":\"send\"}",
                "{\"type\":\"message\",\"conversation\":\"x\",\"from\":\"somebody\",\"position\":1}",
                "{\"type\":\"accepted\",\"id\":\"x\"}",
                "{\"type\":\"welcome\"}",
                "{\"type\":7}",
                "{\"type\":\"send\",\"id\":7,\"to\":[],\"body\":{}}",
                "{\"type\":\"send\",\"body\":\"\\ud800\"}",
                "{\"type\":\"send\",\"body\":\"\\u0000\"}",
                "{\"\\u0000\":1}"
            })
    void whatIsNoFrameIsRejectedAndTheSocketLives(String text) {
        rejected(text);
    }

    @Test
    void depthIsRefused() {
        rejected("{\"type\":\"ping\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefusedOrPassedOver() {
        rejected("{\"type\":\"read\",\"id\":\"" + ID + "\",\"conversation\":\"" + dm + "\",\"upTo\":"
                + "9".repeat(20_000) + "}");
    }

    @Test
    void senderTimeAndPositionAreNotBelieved() {
        try (Talker hearer = Talker.connect(RestAssured.port, moss);
                RawSocket socket = raw()) {
            hearer.await(ServerFrame.Welcome.class);
            String id = Talker.newId();
            String honest = FrameCodec.write(new ClientFrame.Send(id, dm, "hello", null, null, null, null, null));
            socket.write(RawSocket.text(honest.replaceFirst(
                    "}$", ",\"from\":\"" + moss + "\",\"position\":1,\"at\":\"1999-01-01T00:00:00Z\",\"edits\":9}")));

            var message = hearer.await(Event.Message.class, heard -> id.equals(heard.id()));

            assertEquals(wren, message.from());
            assertTrue(message.at().getEpochSecond() > 1_600_000_000L);
        }
    }

    private void rejected(String text) {
        try (RawSocket socket = raw()) {
            assertEquals(
                    1000,
                    socket.write(RawSocket.text(text))
                            .awaitHeard("\"rejected\"")
                            .write(bye())
                            .awaitClose());
            assertOneRejection(socket);
        }
    }

    private static void assertOneRejection(RawSocket socket) {
        assertEquals(
                1,
                socket.heard.stream()
                        .filter(frame -> frame.contains("\"rejected\""))
                        .count(),
                socket.heard::toString);
        assertFalse(String.join("", socket.heard).contains("Exception"), socket.heard::toString);
        assertFalse(String.join("", socket.heard).contains("dev.postrider"), socket.heard::toString);
    }

    private static byte[] bye() {
        return RawSocket.frame(
                RawSocket.FIN | RawSocket.CLOSE,
                ByteBuffer.allocate(2).putShort((short) 1000).array());
    }
}
