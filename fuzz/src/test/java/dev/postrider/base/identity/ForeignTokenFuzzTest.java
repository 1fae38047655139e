package dev.postrider.base.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by people who have no key, but have seen tokens. */
class ForeignTokenFuzzTest {
    private static final TestKey KEY = new TestKey();
    private static final TokenVerifier VERIFIER = KEY.verifier();
    private static final Set<String> GENUINE = Stream.of(TestKey.CLAIMS, TestKey.TICKET)
            .map(claims -> KEY.signed(claims.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.toUnmodifiableSet());
    /** What a signature is about. */
    private static final Set<String> SIGNED = GENUINE.stream()
            .map(token -> token.substring(0, token.lastIndexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    static Stream<Arguments> seeds() {
        return Stream.concat(GENUINE.stream(), Stream.of("a.b.c", "eyJhbGciOiJub25lIn0.e30.", "{}", "...."))
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        ".",
        "..",
        "=",
        "eyJ",
        "eyJhbGciOiJub25lIn0",
        "{\"alg\":\"ES256\"}",
        "\"protected\":",
        "\"signatures\":["
    })
    @FuzzTest
    void nothingButWhatWasSignedIsTaken(byte[] bytes) {
        String token = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean taken = taken(() -> VERIFIER.verify(token)) | taken(() -> VERIFIER.verifyTicket(token));
        assertTrue(!taken || SIGNED.stream().anyMatch(token::startsWith), token);
    }

    private static boolean taken(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (TokenRefusedException refused) {
            return false;
        }
    }
}
