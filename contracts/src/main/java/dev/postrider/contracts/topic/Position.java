package dev.postrider.contracts.topic;

/**
 * The order key of everything in a conversation: {@code epoch · 2^43 + offset}. The epoch rises when the log is
 * replaced, so that later events stay behind earlier ones. Comparable within one conversation only.
 */
public final class Position {
    /** Before the first event. */
    public static final long NONE = -1;
    /** One above the greatest: clients read positions as doubles without loss. */
    public static final long LIMIT = 1L << 53;

    private static final int OFFSET_BITS = 43;
    /** One above the greatest offset that has a position. */
    static final long OFFSET_LIMIT = 1L << OFFSET_BITS;

    private Position() {}

    public static long of(int epoch, long offset) {
        if (epoch < 0 || epoch >= 1 << 10 || offset < 0 || offset >= OFFSET_LIMIT) {
            throw new IllegalArgumentException("no position for epoch " + epoch + ", offset " + offset);
        }
        return ((long) epoch << OFFSET_BITS) | offset;
    }

    public static int epoch(long position) {
        return (int) (position >> OFFSET_BITS);
    }

    public static long offset(long position) {
        return position & (OFFSET_LIMIT - 1);
    }

    public static boolean isPosition(long value) {
        return value >= 0 && value < LIMIT;
    }
}
