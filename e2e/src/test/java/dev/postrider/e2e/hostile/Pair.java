package dev.postrider.e2e.hostile;

import dev.postrider.testkit.raw.Wire;
import java.util.function.Supplier;

/**
 * Two calls that must not be told apart.
 *
 * @param there asks for what is there, and not for the caller
 * @param missing asks for what is not there
 */
record Pair(String what, Supplier<Wire.Answer> there, Supplier<Wire.Answer> missing) {
    /** What an answer says, without what is different each time. */
    static String told(Wire.Answer answer) {
        return answer.status() + " " + answer.header("Content-Type") + " " + answer.header("Cache-Control") + " "
                + answer.body().replaceAll("\"(traceId|retryAfterMillis)\":\"?[0-9a-f]+\"?", "");
    }
}
