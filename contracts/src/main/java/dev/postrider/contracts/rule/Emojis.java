package dev.postrider.contracts.rule;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A reaction's emoji: one grapheme that starts with an emoji, at most 32 bytes. */
public final class Emojis {
    public static final int BYTES_MAX = 32;
    private static final Pattern ONE_GRAPHEME = Pattern.compile("\\X");

    private Emojis() {}

    public static boolean isEmoji(String text) {
        if (text.isEmpty() || text.length() > BYTES_MAX || Bodies.hasForbiddenCharacter(text)) {
            return false;
        }
        return text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX
                && ONE_GRAPHEME.matcher(text).matches()
                && startsAsEmoji(text);
    }

    private static boolean startsAsEmoji(String text) {
        int first = text.codePointAt(0);
        boolean keycap = text.indexOf(0x20e3) > 0;
        return (Character.isEmoji(first) && (first > 0x7f || keycap));
    }
}
