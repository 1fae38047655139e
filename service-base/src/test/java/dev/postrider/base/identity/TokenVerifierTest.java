package dev.postrider.base.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final Instant NOW = Instant.now();

    private final KeyRing ring = new KeyRing();
    private final EndedSessions ended = new EndedSessions();
    private final TokenVerifier verifier = new TokenVerifier(ring, ended);
    private final EllipticCurveJsonWebKey key = key("k1");

    TokenVerifierTest() {
        publish(NOW, key);
    }

    @Test
    void aGenuineTokenTellsWhoCalls() {
        VerifiedToken token = verifier.verify(signed(key, claims -> {}));

        assertEquals("01ARZ3NDEKTSV4RRFFQ69G5FAV", token.userId());
        assertEquals("s1", token.sessionId());
        assertTrue(token.scopes().containsAll(List.of("read", "send")));
    }

    @Test
    void aTokenMayTellWhoItsOwnerIs() {
        assertNull(verifier.verify(signed(key, claims -> {})).self());

        User self = verifier.verify(signed(key, claims -> {
                    claims.setStringClaim("preferred_username", "wren");
                    claims.setStringClaim("name", "Wren Halloway");
                    claims.setStringClaim("color", "#4a6300");
                    claims.setClaim("bot", false);
                }))
                .self();

        assertEquals(
                new User(
                        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "wren",
                        "Wren Halloway",
                        "#4a6300",
                        false,
                        null,
                        null,
                        null,
                        null,
                        null),
                self);
    }

    @Test
    void whateverIsWrongWithATokenItIsRefused() {
        refused(signed(key, claims -> claims.setIssuer("somebody")));
        refused(signed(key, claims -> claims.setAudience("somebody")));
        refused(signed(key, claims -> claims.unsetClaim("sid")));
        refused(signed(key, claims -> claims.unsetClaim("exp")));
        refused(signed(key, claims -> claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() - 1))));
        refused(signed(key, claims -> claims.setStringClaim("typ", "ticket")));
        refused(signed(key("k1"), claims -> {}));
        refused(signed(key("k2"), claims -> {}));
        refused("no token at all");
        refused("x".repeat(5_000));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws JoseException {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue("HS256");
        forged.setKeyIdHeaderValue("k1");
        forged.setPayload(claims().toJson());
        forged.setKey(new HmacKey(key.getECPublicKey().getEncoded()));

        refused(forged.getCompactSerialization());
    }

    @Test
    void anEndedSessionIsRefusedAndTold() {
        String token = signed(key, claims -> {});
        List<String> told = new ArrayList<>();
        ended.onEnded(end -> told.add(end.session()));

        ended.onControl(new SessionEnded("s1", "u1", NOW.plusSeconds(900)), 0);
        ended.onControl(new SessionEnded("s1", "u1", NOW.plusSeconds(900)), 1);

        refused(token);
        assertEquals(List.of("s1"), told);
    }

    @Test
    void anEndLongOverIsForgotten() {
        ended.onControl(new SessionEnded("s1", "u1", NOW.minusSeconds(1)), 0);

        assertDoesNotThrow(() -> verifier.verify(signed(key, claims -> {})));
    }

    @Test
    void aNewKeyIsTakenOverWhileTheOldOneHoldsUntilItIsWithdrawn() {
        EllipticCurveJsonWebKey next = key("k2");
        publish(NOW.plusSeconds(1), key, next);
        assertDoesNotThrow(() -> verifier.verify(signed(key, claims -> {})));
        assertDoesNotThrow(() -> verifier.verify(signed(next, claims -> {})));

        publish(NOW.plusSeconds(2), next);

        refused(signed(key, claims -> {}));
    }

    @Test
    void aTokenSeenBeforeIsRefusedOnceItsSessionEndsOrItsKeyIsWithdrawn() {
        String ofEndedSession = signed(key, claims -> {});
        String ofOldKey = signed(key, claims -> claims.setStringClaim("sid", "s2"));
        verifier.verify(ofEndedSession);
        verifier.verify(ofOldKey);

        ended.onControl(new SessionEnded("s1", "u1", NOW.plusSeconds(900)), 0);

        refused(ofEndedSession);
        assertDoesNotThrow(() -> verifier.verify(ofOldKey));
        publish(NOW.plusSeconds(2), key("k2"));
        refused(ofOldKey);
        publish(NOW.plusSeconds(3), key("k1"));
        refused(ofOldKey);
    }

    @Test
    void aTokenSeenBeforeIsRefusedUnderAnotherSignature() {
        String token = signed(key, claims -> {});
        String other = signed(key("k1"), claims -> {});
        verifier.verify(token);

        refused(token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    @Test
    void anOlderSetDoesNotReplaceANewerOneNorDoesAnEmptyOne() {
        publish(NOW.minusSeconds(5), key("k0"));
        publish(NOW.plusSeconds(5));

        assertDoesNotThrow(() -> verifier.verify(signed(key, claims -> {})));
    }

    @Test
    void aTicketStandsForItsAccessAndIsNoAccessToken() {
        String ticket = signed(key, claims -> {
            claims.setStringClaim("typ", "ticket");
            claims.setClaim("until", NOW.getEpochSecond() + 900);
            claims.setJwtId("t1");
        });

        VerifiedTicket verified = verifier.verifyTicket(ticket);

        assertEquals("t1", verified.ticketId());
        assertEquals(NOW.getEpochSecond() + 900, verified.access().expiresAt().getEpochSecond());
        refused(ticket);
        assertThrows(TokenRefusedException.class, () -> verifier.verifyTicket(signed(key, claims -> {})));
    }

    /** Found by the search of SignedClaimsFuzzTest. */
    @Test
    void aTicketIsRefusedOnceTheAccessThatItStandsForIsOver() {
        String ticket = signed(key, claims -> {
            claims.setStringClaim("typ", "ticket");
            claims.setClaim("until", NOW.getEpochSecond() - 1);
            claims.setJwtId("t1");
        });

        assertThrows(TokenRefusedException.class, () -> verifier.verifyTicket(ticket));
    }

    private void refused(String token) {
        assertThrows(TokenRefusedException.class, () -> verifier.verify(token));
    }

    private void publish(Instant at, EllipticCurveJsonWebKey... keys) {
        try {
            String json = new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
            ring.onControl(new ControlRecord.Keys(new ObjectMapper().readTree(json), at), 0);
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static EllipticCurveJsonWebKey key(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("postrider");
        claims.setAudience("postrider");
        claims.setSubject("01ARZ3NDEKTSV4RRFFQ69G5FAV");
        claims.setStringClaim("sid", "s1");
        claims.setStringClaim("typ", "access");
        claims.setStringClaim("scope", "read send");
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 900));
        return claims;
    }

    private static String signed(EllipticCurveJsonWebKey key, Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(claims.toJson());
        signature.setKey(key.getEcPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
