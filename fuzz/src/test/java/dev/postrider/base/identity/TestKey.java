package dev.postrider.base.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.control.ControlRecord;
import java.io.IOException;
import java.time.Instant;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key that a verifier knows, and tokens signed with it, whatever they say. */
final class TestKey {
    static final long NOW = Instant.now().getEpochSecond();

    /** Claims of an access token that holds. */
    static final String CLAIMS = """
            {"iss":"postrider","aud":"postrider","sub":"01ARZ3NDEKTSV4RRFFQ69G5FAV","sid":"s1","typ":"access",\
            "scope":"read send","exp":%d,"preferred_username":"wren","name":"Wren","color":"#4a6300","bot":false}""".formatted(NOW + 86_400);

    /** Claims of a ticket that holds. */
    static final String TICKET = CLAIMS.replace("\"access\"", "\"ticket\"")
            .replace("{", "{\"jti\":\"t1\",\"until\":%d,".formatted(NOW + 86_400));

    private final EllipticCurveJsonWebKey key;

    TestKey() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("k1");
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    TokenVerifier verifier() {
        try {
            KeyRing ring = new KeyRing();
            String json = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
            ring.onControl(new ControlRecord.Keys(new ObjectMapper().readTree(json), Instant.ofEpochSecond(NOW)), 0);
            return new TokenVerifier(ring, new EndedSessions());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String signed(byte[] payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue("k1");
        signature.setPayloadBytes(payload);
        signature.setKey(key.getEcPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
