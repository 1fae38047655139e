package dev.postrider.gateway.limit;

import io.vertx.core.MultiMap;
import java.time.Duration;

/**
 * The answer of a sliding window: the last minute is the present one so far plus the part of the one before that still
 * counts. What is refused does not count, so that a hasty client recovers.
 *
 * @param limit how many a minute
 * @param remaining how many more now
 * @param pause when refused, how long until the next would be granted; else until the window turns
 */
public record Grant(boolean granted, int limit, int remaining, Duration pause) {
    static final long WINDOW_MILLIS = 60_000;

    /** Reads two counters, the present one with this call if it was granted. */
    static Grant of(boolean granted, long previous, long current, long elapsedMillis, int limit) {
        double left = limit - weight(previous, elapsedMillis) - current;
        long wait = granted ? WINDOW_MILLIS - elapsedMillis : refusedWait(previous, current, elapsedMillis, limit);
        return new Grant(granted, limit, granted ? (int) Math.max(0, left) : 0, Duration.ofMillis(wait));
    }

    /** Whether one more fits. */
    static boolean fits(long previous, long current, long elapsedMillis, int limit) {
        return weight(previous, elapsedMillis) + current + 1 <= limit;
    }

    private static double weight(long previous, long elapsedMillis) {
        return previous * (double) (WINDOW_MILLIS - elapsedMillis) / WINDOW_MILLIS;
    }

    private static long refusedWait(long previous, long current, long elapsedMillis, int limit) {
        if (current + 1 <= limit && previous > 0) {
            double turn = 1 - (limit - current - 1) / (double) previous;
            return Math.max(1, (long) Math.ceil(turn * WINDOW_MILLIS) - elapsedMillis);
        }
        double turn = current == 0 ? 0 : Math.max(0, 1 - (limit - 1) / (double) current);
        return WINDOW_MILLIS - elapsedMillis + (long) Math.ceil(turn * WINDOW_MILLIS);
    }

    /** The headers of the IETF draft. */
    public void describe(MultiMap headers, Share share) {
        headers.set("RateLimit-Policy", "\"" + share.policy() + "\";q=" + limit + ";w=" + WINDOW_MILLIS / 1_000);
        headers.set(
                "RateLimit",
                "\"" + share.policy() + "\";r=" + remaining + ";t=" + Math.ceilDiv(pause.toMillis(), 1_000));
    }
}
