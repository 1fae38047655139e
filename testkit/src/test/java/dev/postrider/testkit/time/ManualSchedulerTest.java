package dev.postrider.testkit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSchedulerTest {
    private final ManualClock clock = ManualClock.start();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsWhatIsDueInOrderOfTimeAtItsOwnTime() {
        scheduler.after(Duration.ofSeconds(2), () -> ran.add("late at " + clock.instant()));
        scheduler.after(Duration.ofSeconds(1), () -> ran.add("early at " + clock.instant()));

        scheduler.advance(Duration.ofSeconds(3));

        assertEquals(List.of("early at 2026-11-01T12:00:01Z", "late at 2026-11-01T12:00:02Z"), ran);
    }

    @Test
    void periodsGoOnUntilCancelled() {
        Runnable cancel = scheduler.every(Duration.ofSeconds(1), () -> ran.add("tick"));
        scheduler.advance(Duration.ofMillis(2_500));

        cancel.run();
        scheduler.advance(Duration.ofSeconds(10));

        assertEquals(List.of("tick", "tick"), ran);
        assertEquals(0, scheduler.waiting());
    }

    @Test
    void whatATaskSchedulesRunsInTheSameAdvance() {
        scheduler.after(Duration.ofSeconds(1), () -> scheduler.after(Duration.ofSeconds(1), () -> ran.add("second")));

        scheduler.advance(Duration.ofSeconds(2));

        assertEquals(List.of("second"), ran);
    }
}
