package dev.postrider.contracts.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    private static final String ID = "019a3c5e-7d10-7abc-8def-0123456789ab";
    private static final String DM = "dm:01JD3Z8M5Q0W7X9Y2B4C6D8E0F:01JD3ZAAAAAAAAAAAAAAAAAAAB";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "1",
                "\"send\"",
                "{",
                "{}",
                "{\"type\":1}",
                "{\"type\":null}",
                "null",
                "{\"type\":\"ping\",\"nonce\":NaN}",
                "{\"type\":\"ping\",\"type\":\"ping\",\"nonce\":\"1\"}",
                "{\"type\":\"ping\",\"nonce\":\"1\"} trailing"
            })
    void whatIsNoFrameIsRefusedAsInvalid(String text) {
        assertEquals(RejectCode.INVALID, refused(text).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"type\":tru}", "{\"a\":\"", "{\"a\":1,\"a\":2}"})
    void whatIsNoJsonIsRefusedWithItsPlaceAndNotInTheParsersWords(String text) {
        String detail = refused(text).detail();
        assertTrue(detail.matches("not JSON: line 1, column [0-9]+"), detail);
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals(
                RejectCode.INVALID,
                refused("{\"type\":\"ping\",\"a\":" + "[".repeat(5_000)).code());
    }

    @Test
    void unknownTypeIsNamedBack() {
        var answer = refused("{\"type\":\"fly\",\"id\":\"x\"}");
        assertEquals(RejectCode.UNKNOWN_TYPE, answer.code());
        assertEquals("fly", answer.of());
        assertEquals("x", answer.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            conversation | "dm:x"
            conversation | 7
            conversation | null
            body | ""
            body | " \\n\\t "
            body | 12
            body | null
            body | "a\\u0000b"
            body | "\\ud800"
            replyTo | -1
            replyTo | 1.5
            replyTo | "3"
            replyTo | 9007199254740992
            replyTo | 1e999
            mentions | ["someone"]
            mentions | [null]
            mentions | {}
            everyone | "all"
            """)
    void wrongFieldIsNamed(String field, String value) {
        var answer = refused(send(field, value));
        assertEquals(RejectCode.INVALID, answer.code());
        assertEquals(ID, answer.id());
        assertEquals(field, answer.detail().substring(0, answer.detail().indexOf(':')));
    }

    @Test
    void messageIdMustBeVersion7InLowerCase() {
        assertEquals(
                RejectCode.INVALID,
                refused(send("id", "\"" + ID.toUpperCase() + "\"")).code());
        assertEquals(
                RejectCode.INVALID,
                refused(send("id", "\"019a3c5e-7d10-4abc-8def-0123456789ab\"")).code());
    }

    @Test
    void lineEndsBecomeLineFeedsAndNothingElseIsTouched() {
        var send = (ClientFrame.Send) good(send("body", "\"  a\\r\\nb\\tc \""));
        assertEquals("  a\nb\tc ", send.body());
    }

    @Test
    void longestBodyPassesAndOneMoreCodePointDoesNot() {
        good(send("body", "\"" + "🐎".repeat(8_000) + "\""));
        assertEquals(
                RejectCode.INVALID,
                refused(send("body", "\"" + "é".repeat(8_001) + "\"")).code());
    }

    @Test
    void unknownFieldsAreIgnored() {
        var send = (ClientFrame.Send) good(send("from", "\"01JD3ZAAAAAAAAAAAAAAAAAAAB\""));
        assertNull(send.thread());
    }

    @Test
    void theReservedFieldIsRefusedByName() {
        assertEquals(
                "attachments: is not part of this version",
                refused(send("attachments", "[]")).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "❤️", "👩‍👩‍👧", "🇫🇷", "1️⃣"})
    void oneEmojiGraphemeIsAReaction(String emoji) {
        good(react(emoji));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1", "👍👍", " 👍", "<3"})
    void anythingElseIsNone(String text) {
        assertEquals(RejectCode.INVALID, refused(react(text)).code());
    }

    private static String react(String emoji) {
        return "{\"type\":\"react\",\"id\":\"%s\",\"conversation\":\"%s\",\"position\":1,\"emoji\":\"%s\",\"on\":true}"
                .formatted(ID, DM, emoji);
    }

    private static String send(String field, String value) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("type", "\"send\"");
        fields.put("id", "\"" + ID + "\"");
        fields.put("conversation", "\"" + DM + "\"");
        fields.put("body", "\"hello\"");
        fields.put(field, value);
        return fields.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static ClientFrame good(String text) {
        return assertInstanceOf(FrameCodec.Reading.Good.class, FrameCodec.readClient(text))
                .frame();
    }

    private static ServerFrame.Rejected refused(String text) {
        return assertInstanceOf(FrameCodec.Reading.Refused.class, FrameCodec.readClient(text))
                .answer();
    }
}
