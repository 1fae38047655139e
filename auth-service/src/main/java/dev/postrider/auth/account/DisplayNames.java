package dev.postrider.auth.account;

import dev.postrider.contracts.rule.Bodies;
import java.util.Optional;

/** Display names: 1 to 64 code points on one line, without control characters, trimmed. */
public final class DisplayNames {
    private static final int CHARS_MAX = 64;

    private DisplayNames() {}

    /** The name to keep, or empty if it cannot be one. */
    public static Optional<String> accepted(String name) {
        return line(name, CHARS_MAX);
    }

    /** One trimmed line of 1 to {@code charsMax} code points. */
    static Optional<String> line(String text, int charsMax) {
        String line = text.strip();
        boolean fits = !line.isEmpty() && line.codePointCount(0, line.length()) <= charsMax;
        boolean plain = !Bodies.hasForbiddenCharacter(line) && line.indexOf('\n') < 0 && line.indexOf('\t') < 0;
        return fits && plain ? Optional.of(line) : Optional.empty();
    }
}
