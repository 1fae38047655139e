package dev.postrider.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void comeAtTheRateAskedForAndNotInStep() {
        Arrivals arrivals = new Arrivals(new SplittableRandom(7), 1_000, 0);
        int count = 0;
        long shortest = Long.MAX_VALUE;
        long before = 0;
        while (arrivals.peek() < 60 * SECOND) {
            long due = arrivals.take();
            shortest = Math.min(shortest, due - before);
            before = due;
            count++;
        }
        assertEquals(60_000, count, 1_500);
        assertTrue(shortest < SECOND / 1_000_000, "some are close together: " + shortest);
    }

    @Test
    void areTheSameForTheSameSeed() {
        Arrivals one = new Arrivals(new SplittableRandom(3), 50, 0);
        Arrivals other = new Arrivals(new SplittableRandom(3), 50, 0);
        for (int i = 0; i < 100; i++) {
            assertEquals(one.take(), other.take());
        }
    }
}
