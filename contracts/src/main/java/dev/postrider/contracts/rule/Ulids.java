package dev.postrider.contracts.rule;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** ULIDs: 26 characters of Crockford's base 32, 48 bits of milliseconds and 80 random bits. Ids of users and rooms. */
public final class Ulids {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");

    private Ulids() {}

    public static boolean isUlid(String text) {
        return FORM.matcher(text).matches();
    }

    /** A fresh id; sorts by {@code epochMillis}, unique by 80 bits of {@code random} (give a secure one). */
    public static String next(long epochMillis, RandomGenerator random) {
        char[] id = new char[26];
        for (int i = 9; i >= 0; i--) {
            id[i] = DIGITS[(int) (epochMillis & 31)];
            epochMillis >>>= 5;
        }
        for (int half = 0; half < 2; half++) {
            long bits = random.nextLong();
            for (int i = 0; i < 8; i++, bits >>>= 5) {
                id[10 + half * 8 + i] = DIGITS[(int) (bits & 31)];
            }
        }
        return new String(id);
    }
}
