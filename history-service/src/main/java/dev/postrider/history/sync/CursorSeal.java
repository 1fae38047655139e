package dev.postrider.history.sync;

import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.HistoryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors: a log vector and a seal over it and the user it was given to. Nobody can make one, change one or use
 * somebody else's; what it says is no secret.
 */
@ApplicationScoped
public class CursorSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;

    private final SecretKeySpec key;

    CursorSeal(HistoryConfig config) {
        this.key = new SecretKeySpec(config.cursorSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String seal(LogVector vector, String user) {
        String text = vector.text();
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealOf(text, user));
    }

    /** Empty where it is no cursor of this user. */
    Optional<LogVector> open(String cursor, String user) {
        int dot = cursor.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String text = cursor.substring(0, dot);
        try {
            byte[] given = Base64.getUrlDecoder().decode(cursor.substring(dot + 1));
            return MessageDigest.isEqual(given, sealOf(text, user)) ? LogVector.parse(text) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] sealOf(String text, String user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal((user + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
