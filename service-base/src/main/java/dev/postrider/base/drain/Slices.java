package dev.postrider.base.drain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When each of so many sockets is closed, and when its client may come back: soon after, for until then it is served.
 * Evenly over the drain; few sockets take no time, since one every ten milliseconds storms nobody. Pure.
 *
 * @param eachNanos from one closing to the next
 */
public record Slices(long eachNanos) {
    private static final long EACH_NANOS_MAX = Duration.ofMillis(10).toNanos();
    /** A closing may wait for the answers under way, and clients of one slice are not to come at once. */
    private static final int JITTER_MILLIS = 250;

    public static Slices of(int sockets, Duration over) {
        return new Slices(Math.min(EACH_NANOS_MAX, over.toNanos() / Math.max(1, sockets)));
    }

    /** What the client of the {@code index}th socket to be closed is told, in milliseconds from now. */
    public long reconnectAfterMillis(int index, RandomGenerator random) {
        return Duration.ofNanos(index * eachNanos).toMillis() + random.nextLong(JITTER_MILLIS);
    }
}
