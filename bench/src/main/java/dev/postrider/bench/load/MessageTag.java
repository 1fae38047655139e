package dev.postrider.bench.load;

import java.util.UUID;

/**
 * Message ids that tell which message of which round this is: valid UUIDs of version 7 whose random bits are not random.
 *
 * <pre>
 *   tttttttt-tttt-7rrr-Rnnn-nnnnnnnnnnnn     t time, r round, R variant, n number
 * </pre>
 *
 * Two runs cannot meet: the time differs.
 */
public final class MessageTag {
    /** Rounds of one process. */
    static final int ROUNDS = 1 << 12;

    /** Characters. */
    public static final int LENGTH = 36;

    private static final int ROUND_AT = 15;
    private static final int ROUND_DIGITS = 3;
    private static final int NUMBER_AT = 24;
    private static final int NUMBER_DIGITS = 12;
    private static final long NUMBERS = 1L << 48;

    private MessageTag() {}

    /** @param number from 0, below 2^48 */
    public static String id(long epochMillis, int round, long number) {
        if (number < 0 || number >= NUMBERS || round < 0 || round >= ROUNDS) {
            throw new IllegalArgumentException("round " + round + ", number " + number);
        }
        long high = (epochMillis << 16) | 0x7000L | round;
        return new UUID(high, 0x8000000000000000L | number).toString();
    }

    /** The round in the id that begins at {@code from} in {@code text}. */
    public static int round(String text, int from) {
        return (int) hex(text, from + ROUND_AT, ROUND_DIGITS);
    }

    /** The number in the id that begins at {@code from} in {@code text}. */
    public static long number(String text, int from) {
        return hex(text, from + NUMBER_AT, NUMBER_DIGITS);
    }

    /** Whether a whole id fits there. */
    public static boolean fits(String text, int from) {
        return from >= 0 && from + LENGTH <= text.length();
    }

    private static long hex(String text, int from, int digits) {
        return Long.parseLong(text, from, from + digits, 16);
    }
}
