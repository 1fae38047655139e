package dev.postrider.gateway.upgrade;

/**
 * How much may be under way at once, by how long it takes: one more for every round that is quick, three tenths less for one
 * that is slow (additive increase, multiplicative decrease, as TCP does). Slow is what takes more than three times the
 * quickest of late and {@value #SLACK_MILLIS} ms: then it waits for processors, here or further on, and so does whoever talks.
 * It grows only while somebody waits, so that a crowd finds it low. Thread-safe.
 */
final class AdaptiveLimit {
    static final int SLACK_MILLIS = 5;
    private static final int TIMES = 3;
    private static final double LESS = 0.7;
    private static final long MILLI = 1_000_000;
    /** The quickest is that of this span and the one before. */
    private static final long SPAN = 30_000 * MILLI;

    private final int least;
    private final int most;
    private volatile double limit;
    private long best = Long.MAX_VALUE;
    private long bestBefore = Long.MAX_VALUE;
    private long spanBegan;
    private long lessSince;
    private boolean begun;

    /** @param least at most {@code most}; it begins there */
    AdaptiveLimit(int least, int most) {
        this.least = least;
        this.most = most;
        this.limit = least;
    }

    /** From {@code least} to {@code most}. */
    int now() {
        return (int) limit;
    }

    /**
     * Something ended that was under way between these instants (nanoseconds of one clock).
     *
     * @param wanted somebody waits
     */
    synchronized void ended(long began, long ended, boolean wanted) {
        long took = Math.max(0, ended - began);
        remember(took, ended);
        if (took > TIMES * Math.min(best, bestBefore) + SLACK_MILLIS * MILLI) {
            // What began before it was lowered says nothing of what it is now.
            if (began - lessSince >= 0) {
                limit = Math.max(least, limit * LESS);
                lessSince = ended;
            }
        } else if (wanted) {
            limit = Math.min(most, limit + 1 / limit);
        }
    }

    private void remember(long took, long now) {
        if (!begun) {
            begun = true;
            spanBegan = now;
            lessSince = now - took;
        }
        if (now - spanBegan > SPAN) {
            bestBefore = now - spanBegan > 2 * SPAN ? Long.MAX_VALUE : best;
            best = Long.MAX_VALUE;
            spanBegan = now;
        }
        best = Math.min(best, took);
    }
}
