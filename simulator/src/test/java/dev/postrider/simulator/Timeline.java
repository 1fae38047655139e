package dev.postrider.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Virtual time and the chance of one schedule: everything that happens is a task at a moment, in one order. */
final class Timeline {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final RandomGenerator random;
    private final boolean traced;
    private final List<String> trace = new ArrayList<>();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now;
    private long count;

    private record Task(long at, long number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    Timeline(long seed, boolean traced) {
        this.random = new SplittableRandom(seed);
        this.traced = traced;
    }

    /** Milliseconds since the beginning. */
    long now() {
        return now;
    }

    void after(long millis, Runnable work) {
        tasks.add(new Task(now + millis, count++, work));
    }

    void runUntil(long millis) {
        for (Task next = tasks.peek(); next != null && next.at <= millis; next = tasks.peek()) {
            tasks.poll();
            now = next.at;
            next.work.run();
        }
        now = millis;
    }

    RandomGenerator random() {
        return random;
    }

    /** From {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** For whoever replays this schedule. */
    void note(Supplier<String> words) {
        if (traced) {
            trace.add("%6d  %s".formatted(now, words.get()));
        }
    }

    List<String> trace() {
        return trace;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return START.plusMillis(now);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
