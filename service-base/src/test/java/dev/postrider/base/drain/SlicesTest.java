package dev.postrider.base.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SlicesTest {
    private static final Duration OVER = Duration.ofSeconds(20);

    @Test
    void nobodyStaysOutsideForLongAfterTheSocketIsClosed() {
        for (int sockets : List.of(1, 48, 15_000)) {
            Slices slices = Slices.of(sockets, OVER);

            assertTrue(LongStream.range(0, sockets)
                            .map(index -> waits(index, slices))
                            .max()
                            .orElseThrow()
                    < 250);
        }
    }

    @Test
    void nobodyIsAskedToGoWhileTheSocketWouldStillBeServed() {
        Slices slices = Slices.of(15_000, OVER);

        assertTrue(LongStream.range(0, 15_000).allMatch(index -> waits(index, slices) >= 0));
    }

    @Test
    void manyLeaveOverTheWholeDrainAndNotWithinAFifthOfIt() {
        Slices slices = Slices.of(15_000, OVER);

        assertEquals(
                15_000 / 20,
                LongStream.range(0, 15_000)
                        .filter(index -> closedAfter(index, slices) >= 7_000 && closedAfter(index, slices) < 8_000)
                        .count(),
                1);
        assertEquals(OVER.toMillis(), closedAfter(15_000, slices), 1);
    }

    @Test
    void fewTakeNoTime() {
        assertTrue(closedAfter(48, Slices.of(48, OVER)) <= 480);
        assertEquals(0, closedAfter(0, Slices.of(0, OVER)));
    }

    /** From the closing of a socket until its client may come back. */
    private static long waits(long index, Slices slices) {
        return slices.reconnectAfterMillis((int) index, new SplittableRandom(index)) - closedAfter(index, slices);
    }

    private static long closedAfter(long index, Slices slices) {
        return Duration.ofNanos(index * slices.eachNanos()).toMillis();
    }
}
