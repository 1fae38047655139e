package dev.postrider.chat.room;

import dev.postrider.base.SharedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of invitations: 128 bits that nobody guesses, made from a seed and the key that the services share, so that a
 * list can show them again while no table holds them. Under another key every code is another one. Thread-safe.
 */
@ApplicationScoped
class InviteCodes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    InviteCodes(SharedConfig config) {
        this.key = new SecretKeySpec(
                sha256(("postrider invitation " + config.serviceKey()).getBytes(StandardCharsets.UTF_8)), ALGORITHM);
    }

    /** What a new code is made from. */
    String seed() {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return text(seed);
    }

    String code(String seed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return text(Arrays.copyOf(mac.doFinal(seed.getBytes(StandardCharsets.US_ASCII)), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Under which a code is found. */
    static String digest(String code) {
        return HexFormat.of().formatHex(sha256(code.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
