package dev.postrider.contracts.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVectorTest {
    @Test
    void textComesBackAsTheSameVector() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            long[] next = random.longs(LogPartitions.COUNT, 0, 1L << 43).toArray();
            LogVector vector = LogVector.of(random.nextInt(1 << 10), next);
            assertEquals(Optional.of(vector), LogVector.parse(vector.text()));
        }
    }

    @Test
    void longestTextFitsACursor() {
        long[] next = new long[LogPartitions.COUNT];
        Arrays.fill(next, (1L << 43) - 1);
        assertTrue(LogVector.of((1 << 10) - 1, next).text().length() <= 620);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AQ", "!!!", "AgAA", "////////////////"})
    void foreignTextIsNoVector(String text) {
        assertEquals(Optional.empty(), LogVector.parse(text));
    }

    @Test
    void anOffsetThatHasNoPositionMakesNoVector() {
        long[] next = new long[LogPartitions.COUNT];
        next[5] = 1L << 43;
        assertEquals(Optional.empty(), LogVector.parse(LogVector.of(0, next).text()));
    }

    @Test
    void coversWhatItHasReadInTheSameEpochOnly() {
        long[] next = new long[LogPartitions.COUNT];
        next[3] = 5;
        LogVector further = LogVector.of(0, next);
        assertTrue(further.covers(LogVector.start(0)));
        assertFalse(LogVector.start(0).covers(further));
        assertFalse(further.covers(LogVector.start(1)));
    }

    @Test
    void positionOfALaterEpochIsHigher() {
        assertTrue(Position.of(1, 0) > Position.of(0, (1L << 43) - 1));
        assertEquals(1, Position.epoch(Position.of(1, 77)));
        assertEquals(77, Position.offset(Position.of(1, 77)));
        assertTrue(Position.of(1023, (1L << 43) - 1) < Position.LIMIT);
        assertThrows(IllegalArgumentException.class, () -> Position.of(1024, 0));
    }
}
