package dev.postrider.stack.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowingDelayTest {
    private final GrowingDelay delay = new GrowingDelay(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void doublesUpToItsMaximumAndStaysThere() {
        List<Long> seconds = Stream.generate(
                        () -> delay.afterLifeOf(Duration.ZERO).toSeconds())
                .limit(8)
                .toList();

        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), seconds);
    }

    @Test
    void beginsAnewAfterALongLife() {
        delay.afterLifeOf(Duration.ZERO);
        delay.afterLifeOf(Duration.ZERO);

        Duration after = delay.afterLifeOf(Duration.ofMinutes(2));

        assertEquals(Duration.ofSeconds(1), after);
    }
}
