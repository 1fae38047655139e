package dev.postrider.gateway.answer;

import dev.postrider.base.trace.Step;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names one call in every log. Made afresh here, whatever a client sent; 32 hexadecimal digits, so that it serves as
 * trace id of the W3C form too. Not a secret.
 *
 * @param step what the gateway does for it
 */
public record Trace(String id, Step step) {
    /** A new one that nobody follows. */
    public static Trace fresh() {
        return new Trace(hex() + hex(), Step.NONE);
    }

    /** That of this step, where it is followed. */
    public static Trace of(Step step) {
        return step.followed() ? new Trace(step.trace(), step) : fresh();
    }

    /** The value of {@code traceparent} for the part that answers. */
    public String parent() {
        return step.followed() ? step.traceparent() : "00-" + id + "-" + hex() + "-00";
    }

    /** The caller has been answered. */
    public void answered(int status) {
        step.with("http.response.status_code", status).end();
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
