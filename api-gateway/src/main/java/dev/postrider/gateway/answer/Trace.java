package dev.postrider.gateway.answer;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one call in every log. Made afresh here, whatever a client sent; 32 hexadecimal digits, so that it serves as
 * trace id of the W3C form too. Not a secret.
 */
public record Trace(String id) {
    /** A new one. */
    public static Trace fresh() {
        return new Trace(hex() + hex());
    }

    /** The value of {@code traceparent} for the part that answers. */
    public String parent() {
        return "00-" + id + "-" + hex() + "-01";
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
