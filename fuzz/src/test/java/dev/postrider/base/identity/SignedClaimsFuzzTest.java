package dev.postrider.base.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims of every kind under a good signature: a mistake of ours, which must still be a refusal and not a fault. */
class SignedClaimsFuzzTest {
    private static final TestKey KEY = new TestKey();
    private static final TokenVerifier VERIFIER = KEY.verifier();

    static Stream<Arguments> seeds() {
        return Stream.of(
                        TestKey.CLAIMS,
                        TestKey.TICKET,
                        TestKey.CLAIMS.replace("\"postrider\",\"sub\"", "[\"postrider\"],\"sub\""),
                        TestKey.TICKET.replaceAll("\"until\":\\d+", "\"until\":9223372036854775807"),
                        TestKey.TICKET.replaceAll("\"until\":\\d+", "\"until\":1792353384"),
                        TestKey.CLAIMS.replaceAll("\"exp\":\\d+", "\"exp\":9223372036854775807"),
                        "{}",
                        "[]",
                        "\"x\"")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "null",
        "true",
        "[",
        "]",
        "{}",
        "-1",
        "9223372036854775807",
        "99999999999999999999",
        "1e99",
        "0.5",
        "\"\""
    })
    @FuzzTest
    void whateverIsSignedIsTakenWholeOrRefused(byte[] claims) {
        String token = KEY.signed(claims);
        try {
            isWhole(VERIFIER.verify(token));
        } catch (TokenRefusedException refused) {
            assertFalse(new String(claims, StandardCharsets.UTF_8).equals(TestKey.CLAIMS), refused::getMessage);
        }
        try {
            VerifiedTicket ticket = VERIFIER.verifyTicket(token);
            isWhole(ticket.access());
            assertFalse(ticket.ticketId().isEmpty());
        } catch (TokenRefusedException refused) {
            assertFalse(new String(claims, StandardCharsets.UTF_8).equals(TestKey.TICKET), refused::getMessage);
        }
    }

    private static void isWhole(VerifiedToken token) {
        assertFalse(token.userId().isEmpty());
        assertFalse(token.sessionId().isEmpty());
        assertTrue(token.expiresAt().isAfter(Instant.ofEpochSecond(TestKey.NOW)));
        assertFalse(token.scopes().contains(""));
    }
}
