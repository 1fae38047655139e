package dev.postrider.bench.load;

import java.util.SplittableRandom;

/**
 * When messages are to be sent: a Poisson process, as people who do not know of each other make one. Not thread-safe.
 */
final class Arrivals {
    private final SplittableRandom random;
    private final double meanNanos;
    private double next;

    /** @param from nanoseconds, of {@link System#nanoTime} */
    Arrivals(SplittableRandom random, double perSecond, long from) {
        this.random = random;
        this.meanNanos = 1e9 / perSecond;
        this.next = from + gap();
    }

    /** When the next one is to be sent. */
    long peek() {
        return (long) next;
    }

    long take() {
        long due = (long) next;
        next += gap();
        return due;
    }

    private double gap() {
        return -Math.log(1 - random.nextDouble()) * meanNanos;
    }
}
