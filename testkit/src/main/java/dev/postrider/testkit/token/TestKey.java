package dev.postrider.testkit.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** One P-256 key per JVM; kept as text in a system property, because class loaders of Quarkus share nothing else. */
record TestKey(String keyId, PrivateKey secret, String jwks) {
    private static final String PROPERTY = "testkit.key";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE_BYTES = 32;

    static TestKey get() {
        synchronized (System.getProperties()) {
            String text = System.getProperty(PROPERTY);
            if (text == null) {
                text = fresh();
                System.setProperty(PROPERTY, text);
            }
            return parse(text);
        }
    }

    /** The compact JWS over {@code claims} (JSON). */
    String sign(String claims) {
        String content = URL.encodeToString(bytes("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}"))
                + "."
                + URL.encodeToString(bytes(claims));
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(secret);
            signer.update(bytes(content));
            return content + "." + URL.encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TestKey parse(String text) {
        String[] fields = text.split(" ", 3);
        try {
            PrivateKey secret = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(fields[1])));
            return new TestKey(fields[0], secret, fields[2]);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey open = (ECPublicKey) pair.getPublic();
            String keyId = "test-" + coordinate(open.getW().getAffineX()).substring(0, 8);
            String jwks =
                    ("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\","
                                    + "\"x\":\"%s\",\"y\":\"%s\"}]}")
                            .formatted(
                                    keyId,
                                    coordinate(open.getW().getAffineX()),
                                    coordinate(open.getW().getAffineY()));
            return keyId + " "
                    + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + " " + jwks;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] all = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(all.length, COORDINATE_BYTES);
        System.arraycopy(all, all.length - length, fixed, COORDINATE_BYTES - length, length);
        return URL.encodeToString(fixed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return keyId;
    }
}
