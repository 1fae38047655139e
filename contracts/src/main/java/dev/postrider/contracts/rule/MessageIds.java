package dev.postrider.contracts.rule;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Message ids: UUIDs of version 7 in canonical lower case, made by the client that sends. */
public final class MessageIds {
    private static final int LENGTH = 36;

    private MessageIds() {}

    /** By hand, as {@link Ulids#isUlid}. */
    public static boolean isMessageId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!fits(i, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int at, char c) {
        return switch (at) {
            case 8, 13, 18, 23 -> c == '-';
            case 14 -> c == '7';
            case 19 -> c == '8' || c == '9' || c == 'a' || c == 'b';
            default -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        };
    }

    /** A fresh id: 48 bits of {@code epochMillis}, the rest random. */
    public static String next(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000000000000000L | (random.nextLong() & 0x3fffffffffffffffL);
        return new UUID(high, low).toString();
    }
}
