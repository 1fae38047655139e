package dev.postrider.e2e.hostile;

import dev.postrider.contracts.rest.ProblemCode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A body nobody honest sends.
 *
 * @param type its content type, or none
 * @param wanted the code it is refused with; none where the route may as well take it
 */
record Odd(
        String what,
        @Nullable String type,
        byte[] body,
        @Nullable ProblemCode wanted) {
    private static final String JSON = "application/json";

    static Odd invalid(String what, String body) {
        return new Odd(what, JSON, body.getBytes(StandardCharsets.UTF_8), ProblemCode.INVALID);
    }

    static Odd either(String what, String body) {
        return new Odd(what, JSON, body.getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public String toString() {
        return what;
    }
}
