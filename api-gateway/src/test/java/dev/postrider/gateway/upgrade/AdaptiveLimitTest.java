package dev.postrider.gateway.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AdaptiveLimitTest {
    private static final int LEAST = 4;
    private static final int MOST = 32;

    private final AdaptiveLimit limit = new AdaptiveLimit(LEAST, MOST);
    private double nowMillis;

    @Test
    void itBeginsLowAndGrowsWhileAllIsQuickAndSomebodyWaits() {
        assertEquals(LEAST, limit.now());

        rounds(3, 4, true);
        assertEquals(LEAST + 2, limit.now());
        rounds(100, 4, true);
        assertEquals(MOST, limit.now());
    }

    @Test
    void itStaysWhereNobodyWaits() {
        rounds(100, 4, false);

        assertEquals(LEAST, limit.now());
    }

    @Test
    void whatIsSlowLowersItOnceARoundAndNeverBelowTheLeast() {
        rounds(100, 4, true);

        round(MOST, 200, true);
        assertEquals(22, limit.now());
        round(22, 200, true);
        assertEquals(15, limit.now());
        rounds(20, 200, true);
        assertEquals(LEAST, limit.now());
    }

    @Test
    void whatIsSlowIsSaidByTheQuickest() {
        rounds(100, 100, true);
        assertEquals(MOST, limit.now());

        round(MOST, 304, true);
        assertEquals(MOST, limit.now());
        round(MOST, 306, true);
        assertTrue(limit.now() < MOST);
    }

    @Test
    void theQuickestIsForgottenWithinAMinute() {
        rounds(1, 4, true);
        rounds(200, 100, true);
        assertEquals(LEAST, limit.now());

        nowMillis += 61_000;
        rounds(100, 100, true);
        assertEquals(MOST, limit.now());
    }

    private void rounds(int count, double millis, boolean wanted) {
        for (int i = 0; i < count; i++) {
            round(limit.now(), millis, wanted);
        }
    }

    /** As many as may begin do so together, and end one behind the other. */
    private void round(int count, double millis, boolean wanted) {
        long began = nanos();
        nowMillis += millis;
        for (int i = 0; i < count; i++) {
            limit.ended(began, nanos(), wanted);
        }
    }

    private long nanos() {
        return (long) (nowMillis * 1e6);
    }
}
