package dev.postrider.contracts.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Usernames: lower-cased on entry, three to thirty characters, never changed afterwards. */
public final class Usernames {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,29}");

    private Usernames() {}

    public static String normalised(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    public static boolean isUsername(String normalised) {
        return FORM.matcher(normalised).matches();
    }
}
