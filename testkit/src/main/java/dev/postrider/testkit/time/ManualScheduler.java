package dev.postrider.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs what is due when a test moves time: on the test's thread, in order of time, then of entry. What a task schedules
 * runs in the same {@link #advance} where it falls due. Not thread-safe.
 */
public final class ManualScheduler {
    private final ManualClock clock;
    private final List<Entry> entries = new ArrayList<>();
    private long sequence;

    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
    }

    /** Once, after {@code delay}; cancel by running the answer. */
    public Runnable after(Duration delay, Runnable task) {
        return add(delay, Optional.empty(), task);
    }

    /** Again and again, first after {@code period}; cancel by running the answer. */
    public Runnable every(Duration period, Runnable task) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("a period is positive");
        }
        return add(period, Optional.of(period), task);
    }

    /** Moves the clock, stopping at every moment at which something is due. */
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        for (Optional<Entry> next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
            Entry entry = next.get();
            entries.remove(entry);
            clock.advance(Duration.between(clock.instant(), entry.at));
            entry.period.ifPresent(period -> entries.add(entry.again(period)));
            entry.task.run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    /** How many tasks wait. */
    public int waiting() {
        return entries.size();
    }

    private Runnable add(Duration delay, Optional<Duration> period, Runnable task) {
        long id = sequence++;
        entries.add(new Entry(id, clock.instant().plus(delay), period, task));
        return () -> entries.removeIf(entry -> entry.id == id);
    }

    private Optional<Entry> nextUntil(Instant end) {
        return entries.stream()
                .filter(entry -> !entry.at.isAfter(end))
                .min(Comparator.comparing(Entry::at).thenComparing(Entry::id));
    }

    private record Entry(long id, Instant at, Optional<Duration> period, Runnable task) {
        Entry again(Duration after) {
            return new Entry(id, at.plus(after), period, task);
        }
    }
}
