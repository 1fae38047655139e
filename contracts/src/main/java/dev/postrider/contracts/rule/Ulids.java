package dev.postrider.contracts.rule;

import java.util.random.RandomGenerator;

/** ULIDs: 26 characters of Crockford's base 32, 48 bits of milliseconds and 80 random bits. Ids of users and rooms. */
public final class Ulids {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;

    private Ulids() {}

    /** By hand: asked several times a message, and a regular expression costs ten times as much. */
    public static boolean isUlid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U';
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
