package dev.postrider.base.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.postrider.contracts.control.ControlRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens made by hand: what a header says never decides with which key, or how, a token is verified. */
class TokenTrickTest {
    private static final String ES256 = "\"alg\":\"ES256\"";
    private static final String CLAIMS = ("{\"iss\":\"postrider\",\"aud\":\"postrider\","
                    + "\"sub\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"sid\":\"s1\",\"typ\":\"access\",\"scope\":\"read\","
                    + "\"exp\":%d}")
            .formatted(Instant.now().getEpochSecond() + 900);

    private final KeyRing ring = new KeyRing();
    private final TokenVerifier verifier = new TokenVerifier(ring, new EndedSessions());
    private final EllipticCurveJsonWebKey ours = key("k1");
    private final EllipticCurveJsonWebKey theirs = key("k1");

    TokenTrickTest() throws IOException {
        String set = new JsonWebKeySet(ours).toJson(OutputControlLevel.PUBLIC_ONLY);
        ring.onControl(new ControlRecord.Keys(new ObjectMapper().readTree(set), Instant.now()), 0);
    }

    @Test
    void madeByHandAGenuineOneIsTaken() {
        assertDoesNotThrow(() -> verifier.verify(signed("{" + ES256 + ",\"kid\":\"k1\"}", CLAIMS, ours)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void noSignatureIsNoSignatureHoweverItIsSpelled(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}";

        refused(text(header) + "." + text(CLAIMS) + ".");
        refused(text(header) + "." + text(CLAIMS));
        refused(signed(header, CLAIMS, ours));
        refused(text("{\"kid\":\"k1\"}") + "." + text(CLAIMS) + ".");
    }

    @Test
    void aKeyThatATokenBringsAlongIsNotItsKey() {
        String jwk = theirs.toJson(OutputControlLevel.PUBLIC_ONLY);
        String chain = "[\""
                + Base64.getEncoder().encodeToString(theirs.getECPublicKey().getEncoded()) + "\"]";

        for (String kid : List.of("", ",\"kid\":\"k1\"", ",\"kid\":\"k9\"")) {
            refused(signed("{" + ES256 + kid + ",\"jwk\":" + jwk + "}", CLAIMS, theirs));
            refused(signed("{" + ES256 + kid + ",\"x5c\":" + chain + "}", CLAIMS, theirs));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void nobodyIsAskedForAKeyWhereATokenSays(String header) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer away = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set =
                new JsonWebKeySet(theirs).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
        away.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        away.start();
        try {
            String address = "http://127.0.0.1:" + away.getAddress().getPort() + "/keys";
            refused(signed("{" + ES256 + ",\"kid\":\"k9\",\"" + header + "\":\"" + address + "\"}", CLAIMS, theirs));
            refused(signed("{" + ES256 + ",\"kid\":\"k1\",\"" + header + "\":\"" + address + "\"}", CLAIMS, theirs));
        } finally {
            away.stop(0);
        }
        assertEquals(0, asked.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"K1\"",
                "\"k1 \"",
                "\"k1\\u0000\"",
                "\"../../../../dev/null\"",
                "\"k1' OR '1'='1\"",
                "\"http://127.0.0.1:1/k1\"",
                "null",
                "1",
                "[\"k1\"]",
                "{\"k1\":true}"
            })
    void aKeyIdIsANameAndNothingElse(String kid) {
        refused(signed("{" + ES256 + ",\"kid\":" + kid + "}", CLAIMS, theirs));
        refused(signed("{" + ES256 + ",\"kid\":" + kid + "}", CLAIMS, ours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[\"mystery\"],\"mystery\":true",
                "\"crit\":\"mystery\"",
                "\"crit\":[\"b64\"],\"b64\":false"
            })
    void whatATokenCallsCriticalAndNobodyKnowsIsRefused(String critical) {
        refused(signed("{" + ES256 + ",\"kid\":\"k1\"," + critical + "}", CLAIMS, ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256"})
    void noOtherAlgorithmIsTakenEvenOverAGoodSignature(String algorithm) {
        refused(signed("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}", CLAIMS, ours));
    }

    @Test
    void aSignatureOfNothingButZeroesSignsNothing() {
        String unsigned = text("{" + ES256 + ",\"kid\":\"k1\"}") + "." + text(CLAIMS) + ".";

        refused(unsigned + base64(new byte[64]));
        refused(unsigned + base64(new byte[63]));
        refused(unsigned + base64(new byte[128]));
        refused(unsigned);
    }

    @Test
    void aTokenThatIsCutMendedOrWrappedIsNone() {
        String token = signed("{" + ES256 + ",\"kid\":\"k1\"}", CLAIMS, ours);
        String[] parts = token.split("\\.");
        String raised = text(CLAIMS.replace("\"scope\":\"read\"", "\"scope\":\"admin\""));

        refused(parts[0] + "." + raised + "." + parts[2]);
        refused(token.substring(0, token.length() - 4));
        refused(token + ".");
        refused("." + token);
        refused(token + "." + parts[1] + "." + parts[2]);
        refused(parts[0] + "..." + parts[1] + "." + parts[2]);
        refused("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"exp\":\"4102444800\"",
                "\"exp\":NaN",
                "\"exp\":-1",
                "\"exp\":null",
                "\"exp\":9223372036854775807",
                "\"exp\":9223372036854775807,\"nbf\":4102444800",
                "\"exp\":4102444800,\"typ\":\"refresh\"",
                "\"exp\":4102444800,\"aud\":[\"somebody\"]",
                "\"exp\":4102444800,\"sub\":null",
                "\"exp\":4102444800,\"sid\":[\"s1\"]",
                "\"exp\":4102444800,\"scope\":{\"read\":true}"
            })
    void evenAGoodSignatureSavesNoClaimThatIsWrong(String claim) {
        Map<String, String> names = Map.of("typ", "\"typ\":\"access\",", "aud", "\"aud\":\"postrider\",");
        String base = CLAIMS.replaceAll(",\"exp\":\\d+", "");
        for (Map.Entry<String, String> one : names.entrySet()) {
            base = claim.contains("\"" + one.getKey() + "\"") ? base.replace(one.getValue(), "") : base;
        }
        for (String plain : List.of("sub", "sid", "scope")) {
            base = claim.contains("\"" + plain + "\"") ? base.replaceAll("\"" + plain + "\":\"[^\"]*\",?", "") : base;
        }
        String claims = base.replaceAll(",?}$", "," + claim + "}");

        refused(signed("{" + ES256 + ",\"kid\":\"k1\"}", claims, ours));
    }

    private void refused(String token) {
        assertThrows(TokenRefusedException.class, () -> verifier.verify(token), token);
    }

    private static String signed(String header, String claims, EllipticCurveJsonWebKey key) {
        String unsigned = text(header) + "." + text(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign((PrivateKey) key.getPrivateKey());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String text(String plain) {
        return base64(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
}
