package dev.postrider.chat.channel;

import java.time.Clock;

/**
 * When a frame came in at the node that took it, by that node's clocks.
 *
 * @param nanos of {@link System#nanoTime}: for this node alone
 * @param millis of the epoch: other nodes compare it with their own clocks, which differ
 */
public record Arrival(long nanos, long millis) {
    public static Arrival now() {
        return new Arrival(System.nanoTime(), Clock.systemUTC().millis());
    }

    /** Since then, on the node that it names. */
    public long elapsedNanos() {
        return System.nanoTime() - nanos;
    }
}
