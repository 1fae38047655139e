package dev.postrider.contracts.rule;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a message's text may be: kept as sent but for line ends, and within bounds that every part agrees on. */
public final class Bodies {
    public static final int CODE_POINTS_MAX = 8_000;
    public static final int BYTES_MAX = 32_000;

    private Bodies() {}

    /** CR LF becomes LF; nothing else is touched. */
    public static String normalised(String body) {
        return body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n");
    }

    /** What is wrong with a normalised body, in a few words for its writer; empty where nothing is. */
    public static Optional<String> fault(String body) {
        if (body.isBlank()) {
            return Optional.of("must not be empty or only white space");
        }
        if (body.length() > 2 * CODE_POINTS_MAX || body.codePointCount(0, body.length()) > CODE_POINTS_MAX) {
            return Optional.of("must have at most " + CODE_POINTS_MAX + " characters");
        }
        if (hasForbiddenCharacter(body)) {
            return Optional.of("must not contain control characters or lone surrogates");
        }
        if (body.length() > BYTES_MAX / 4 && body.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return Optional.of("must have at most " + BYTES_MAX + " bytes");
        }
        return Optional.empty();
    }

    /** True where the text holds a lone surrogate, or a control character other than TAB and LF. */
    public static boolean hasForbiddenCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(c) || (Character.isISOControl(c) && c != '\t' && c != '\n')) {
                return true;
            }
        }
        return false;
    }
}
