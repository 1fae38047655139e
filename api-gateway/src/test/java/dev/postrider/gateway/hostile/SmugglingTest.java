package dev.postrider.gateway.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose end could be found at two places is refused, and what follows it is not read. */
final class SmugglingTest {
    private static final String HEAD =
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost:8080\r\n" + "Content-Type: application/json\r\n";
    private static final String HIDDEN = Siege.HIDDEN;
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

    static Stream<String> twoEnds() {
        return Stream.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + chunked(HIDDEN),
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(HIDDEN),
                "Content-Length: 2\r\ncontent-length: 2\r\n\r\n{}" + HIDDEN,
                "Content-Length: 2\r\nContent-Length: 0\r\n\r\n{}" + HIDDEN,
                "Content-Length: 2\r\nContent-Length: 99999999999999999999\r\n\r\n{}" + HIDDEN);
    }

    @ParameterizedTest
    @MethodSource("twoEnds")
    void twoEndsAreNone(String framing) throws Exception {
        assertRefused(HEAD + framing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "identity, chunked",
                "gzip, chunked",
                "chunked, chunked",
                "chunked, identity",
                "xchunked",
                "x chunked",
                "chunked x",
                "chunked;q=1",
                "\"chunked\"",
                "'chunked'",
                ",chunked",
                "chunked,",
                "",
                "\u000bchunked",
                "chunked\u0000",
                "\u0000chunked",
                "\u00a0chunked",
                "chunked\u0085",
                "\u0001chunked",
                "chunked\r\nTransfer-Encoding: chunked",
                "chunked\r\nTransfer-Encoding: identity",
                "identity\r\ntransfer-encoding: chunked",
                "chunked\rX: x",
                "chunked\nX: x"
            })
    void aCodingThatSomePartCouldReadAnotherWayIsRefused(String coding) throws Exception {
        assertRefused(HEAD + "Transfer-Encoding: " + coding + "\r\n\r\n" + chunked("{}") + HIDDEN);
        assertRefused(HEAD + "Content-Length: 2\r\nTransfer-Encoding: " + coding + "\r\n\r\n{}" + HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chunked", "CHUNKED", "  chunked", "\tchunked", "chunked \t", "\r\n chunked"})
    void theSameCodingWrittenOtherwiseHasOneMeaning(String coding) throws Exception {
        var answers = siege.attack(HEAD + "Transfer-Encoding:" + coding + "\r\n\r\n" + chunked("{}"));
        assertEquals(1, answers.size());
        assertEquals("{}", siege.assertOneCall(answers).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x2",
                "2x",
                "2 2",
                "2_0",
                "2.0",
                "2e0",
                "-0",
                "-1",
                "+2",
                "++2",
                "",
                " ",
                ",",
                "2,",
                ",2",
                "2, 2",
                "2;2",
                "99999999999999999999",
                "18446744073709551618",
                "4294967298L",
                "\u00b2",
                "2\u0000",
                "\u000b2",
                "2\r3",
                "2\n3",
                "none"
            })
    void aLengthThatIsNoPlainNumberIsRefused(String length) throws Exception {
        assertRefused(HEAD + "Content-Length: " + length + "\r\n\r\n{}" + HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "  2", "2  ", "\t2"})
    void aLengthBetweenBlanksGoesOnWithoutThem(String length) throws Exception {
        var answers = siege.attack(HEAD + "Content-Length:" + length + "\r\n\r\n{}");
        assertEquals(1, answers.size());
        assertEquals("2", siege.assertOneCall(answers).headers().get("content-length"));
    }

    static Stream<String> oddLines() {
        return Stream.of(
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                "Transfer-Encoding\u0000: chunked",
                "X: x\nTransfer-Encoding: chunked",
                "X: x\rTransfer-Encoding: chunked",
                "X: x\r\rTransfer-Encoding: chunked",
                "X: a\u0000b",
                "X: a\u0001b",
                "X: a\u000bb",
                "X\u00e9: a",
                "X(): a",
                "X\"Y: a",
                "Content-Length : 2",
                "Content-Length\u000b: 2",
                ": nameless",
                "colonless",
                "Transfer-Encoding chunked",
                "\u0000",
                "\n",
                "X: x\r\n\n");
    }

    @ParameterizedTest
    @MethodSource("oddLines")
    void aHeaderLineThatIsNoneIsRefused(String line) throws Exception {
        assertRefused(HEAD + line + "\r\n\r\n" + chunked("{}") + HIDDEN);
        assertRefused(HEAD + "Content-Length: 2\r\n" + line + "\r\n\r\n{}" + HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffffffffffffffff\r\n{}",
                "7fffffffffffffff\r\n{}",
                "100000002\r\n{}",
                "-2\r\n{}",
                "+2\r\n{}",
                "0x2\r\n{}",
                "x\r\n{}",
                "\r\n{}",
                "2 2\r\n{}",
                "2,2\r\n{}",
                "2\n{}\n0\n\n",
                "2\r{}\r0\r\r",
                "2\r\n{}0\r\n\r\n",
                "2\r\n{}XX\r\n0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}\r0\r\n\r\n",
                "2;\n{}\r\n0\r\n\r\n",
                "2;a=\"\n\"\r\n{}\r\n0\r\n\r\n",
                "2;a\rb\r\n{}\r\n0\r\n\r\n",
                "2\u0000\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\n\n",
                "2\r\n{}\r\n0\r\nX\r\n\r\n",
                "2\r\n{}\r\n0\r\n: x\r\n\r\n"
            })
    void brokenChunksBecomeNoRequest(String body) throws Exception {
        var answers = siege.attack(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + body + HIDDEN);
        assertTrue(answers.size() <= 1, answers::toString);
        answers.forEach(answer -> assertEquals(400, answer.status()));
        siege.assertKept(answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;a=b\r\n{}\r\n0\r\n\r\n",
                "2;a=\"b\"\r\n{}\r\n0;x\r\n\r\n",
                "0002\r\n{}\r\n000\r\n\r\n",
                "1\r\n{\r\n1\r\n}\r\n0\r\nX-User-Id: root\r\nContent-Length: 9\r\nTransfer-Encoding: x\r\n\r\n"
            })
    void extensionsAndTrailersOfChunksStayOutside(String body) throws Exception {
        var answers = siege.attack(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + body);
        assertEquals(1, answers.size());
        var call = siege.assertOneCall(answers);
        assertEquals("{}", call.body());
        assertFalse(call.headers().containsKey("x-user-id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/auth/hidden\r\n\r\n",
                "GET /api/auth/hidden HTTP/0.9\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden HTTP/1.\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden http/1.1\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden HTTP/11\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden HTTP/1.1 x\r\nHost: a\r\n\r\n",
                "GET /api/auth/hidden HTTP/1.1\nHost: a\r\n\r\n",
                "GET /api/auth/hidden x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET\u0000 /api/auth/hidden HTTP/1.1\r\nHost: a\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void anotherVersionOrNoneIsNotSpoken(String request) throws Exception {
        var answers = siege.attack(request.replace("Host: a\r\n", "Host: a\r\n" + Siege.TOKEN + "\r\n") + HIDDEN);
        assertTrue(answers.size() <= 1, answers::toString);
        answers.forEach(answer -> assertTrue(List.of(400, 501).contains(answer.status()), answer::toString));
        siege.assertKept(answers);
    }

    @Test
    void thePrefaceOfHttp2EndsTheConnection() throws Exception {
        var answers = siege.attack("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0" + HIDDEN);
        assertTrue(answers.size() <= 1, answers::toString);
        siege.assertKept(answers);
    }

    private static void assertRefused(String bytes) throws Exception {
        var answers = siege.attack(bytes);
        assertEquals(1, answers.size(), answers::toString);
        assertEquals(400, answers.getFirst().status());
        siege.assertKept(answers);
        siege.part.calls.clear();
    }

    private static String chunked(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }
}
