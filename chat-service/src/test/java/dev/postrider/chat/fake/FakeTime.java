package dev.postrider.chat.fake;

import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.testkit.time.ManualClock;
import dev.postrider.testkit.time.ManualScheduler;
import java.time.Duration;

/** Time that moves when a test says so. */
public final class FakeTime implements Ticker, Timers {
    public final ManualClock clock = ManualClock.start();
    private final ManualScheduler scheduler = new ManualScheduler(clock);

    @Override
    public long millis() {
        return clock.millis();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        return scheduler.after(delay, task);
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
        return scheduler.every(period, task);
    }

    public void advance(long millis) {
        scheduler.advance(Duration.ofMillis(millis));
    }
}
