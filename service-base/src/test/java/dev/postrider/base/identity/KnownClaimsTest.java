package dev.postrider.base.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Key;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

class KnownClaimsTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant END = START.plusSeconds(60);
    private static final Key KEY = new SecretKeySpec(new byte[] {1}, "none");
    private static final Key OTHER = new SecretKeySpec(new byte[] {2}, "none");

    private Instant now = START;
    private final KnownClaims known = new KnownClaims(() -> now, 3);

    @Test
    void whatWasLearnedIsFoundUntilItsTimeIsOver() throws InvalidJwtException {
        learn("token");

        now = END.minusMillis(1);
        assertEquals("wren", found("token", KEY).orElseThrow().getClaimValueAsString("sub"));

        now = END;
        assertFalse(found("token", KEY).isPresent());
        assertEquals(0, known.size());
    }

    @Test
    void anotherTokenOrAnotherKeyOfThatNameFindsNothing() throws InvalidJwtException {
        learn("token");

        assertFalse(found("token2", KEY).isPresent());
        assertFalse(found("token", OTHER).isPresent());
    }

    @Test
    void whoeverChangesFoundClaimsChangesACopy() throws InvalidJwtException {
        learn("token");

        found("token", KEY).orElseThrow().setSubject("moss");

        assertEquals("wren", found("token", KEY).orElseThrow().getClaimValueAsString("sub"));
    }

    @Test
    void noMoreAreHeldThanAllowed() throws InvalidJwtException {
        for (int number = 0; number < 10; number++) {
            learn("token" + number);
            assertTrue(known.size() <= 3);
        }
        assertTrue(found("token9", KEY).isPresent());
    }

    private void learn(String token) throws InvalidJwtException {
        known.learn(token, JwtClaims.parse("{\"sub\":\"wren\"}"), END, "k1", KEY);
    }

    private Optional<JwtClaims> found(String token, Key inForce) {
        return known.find(token, keyId -> Optional.of(inForce).filter(key -> keyId.equals("k1")));
    }
}
