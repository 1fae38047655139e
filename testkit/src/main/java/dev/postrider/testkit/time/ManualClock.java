package dev.postrider.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until told to move. Thread-safe. */
public final class ManualClock extends Clock {
    private volatile Instant now;

    private ManualClock(Instant now) {
        this.now = now;
    }

    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    /** At a fixed instant with whole milliseconds, for tests that do not care which. */
    public static ManualClock start() {
        return new ManualClock(Instant.parse("2026-11-01T12:00:00Z"));
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
