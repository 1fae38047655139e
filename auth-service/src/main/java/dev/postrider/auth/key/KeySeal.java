package dev.postrider.auth.key;

import dev.postrider.auth.AuthConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small secrets for the database with AES-256-GCM, bound to their id, and derives what must be derivable again.
 * Every use has its own key, made from {@code auth.key-encryption-secret}.
 */
@ApplicationScoped
public class KeySeal {
    private static final int SECRET_CHARS_MIN = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec deriving;
    private final SecretKeySpec signing;
    private final SecureRandom random = new SecureRandom();

    @Inject
    KeySeal(AuthConfig config) {
        this(config.keyEncryptionSecret());
    }

    KeySeal(String secret) {
        if (secret.length() < SECRET_CHARS_MIN) {
            throw new IllegalStateException("auth.key-encryption-secret must have at least 32 characters");
        }
        this.sealing = new SecretKeySpec(digest("postrider seal " + secret), "AES");
        this.deriving = new SecretKeySpec(digest("postrider successor " + secret), "HmacSHA256");
        this.signing = new SecretKeySpec(digest("postrider signature " + secret), "HmacSHA256");
    }

    String seal(byte[] plain, String id) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, id);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    /** @throws IllegalStateException if it was sealed with another secret or for another id */
    byte[] open(String sealed, String id) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length), id);
    }

    /** Always the same for the same text, and not to be guessed without the secret. */
    public String derive(String text) {
        return mac(deriving, text);
    }

    /** Shows later that a text was ours; says nothing about it. */
    public String sign(String text) {
        return mac(signing, text);
    }

    private static String mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] derived = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String id) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("A signing key cannot be opened with auth.key-encryption-secret.", wrong);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
