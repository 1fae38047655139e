package dev.postrider.simulator;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Plays schedules from the first seed on until one breaks a promise that it may break, or all are played. */
final class Search {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final long FIRST_SEED = Long.getLong("simulator.seed", 1);
    private static final long MINUTES_MAX = 120;

    private final @Nullable Rule without;
    private final int schedules;
    private final AtomicLong next = new AtomicLong(FIRST_SEED);
    private final ConcurrentSkipListMap<Long, List<Violation>> found = new ConcurrentSkipListMap<>();

    /** The lowest seed that was seen to break something. */
    record Found(long seed, List<Violation> violations) {}

    record Outcome(@Nullable Rule without, long schedules, Optional<Found> found, long millis) {
        /** A row of the table in docs/proof.md. */
        String line() {
            String corner = without == null ? "" : without.corner;
            String words = without == null ? "nothing is taken away" : without.words;
            return found.map(one ->
                            "| %s | %s | %,d | %d | %s |".formatted(corner, words, schedules, one.seed(), kind(one)))
                    .orElseGet(() -> "| %s | %s | %,d, none broken | | |".formatted(corner, words, schedules));
        }

        /** What the rule's argument foretells. */
        private Violation.Kind kind(Found one) {
            return one.violations().stream()
                    .map(Violation::kind)
                    .filter(kind -> without == null || without.broken.contains(kind))
                    .findFirst()
                    .orElseThrow();
        }

        String words() {
            return found.map(one -> "seed %d%s: %s%nreplay: ./dev simulate --replay %d%s"
                            .formatted(
                                    one.seed(),
                                    without == null ? "" : " without " + without,
                                    one.violations(),
                                    one.seed(),
                                    without == null ? "" : " --without " + without))
                    .orElse("nothing found");
        }
    }

    Search(@Nullable Rule without, int schedules) {
        this.without = without;
        this.schedules = schedules;
    }

    Outcome run() {
        Infrastructure.clearInterceptors(); // nothing here follows a request, and looking for it takes a lock
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(this::playOn);
            }
            threads.shutdown();
            if (!threads.awaitTermination(MINUTES_MAX, TimeUnit.MINUTES)) {
                threads.shutdownNow();
                throw new IllegalStateException("the schedules take longer than " + MINUTES_MAX + " minutes");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Optional<Found> first =
                Optional.ofNullable(found.firstEntry()).map(entry -> new Found(entry.getKey(), entry.getValue()));
        long played = first.map(one -> one.seed() - FIRST_SEED + 1).orElse((long) schedules);
        return new Outcome(without, played, first, (System.nanoTime() - began) / 1_000_000);
    }

    private void playOn() {
        while (found.isEmpty() && !Thread.currentThread().isInterrupted()) {
            long seed = next.getAndIncrement();
            if (seed >= FIRST_SEED + schedules) {
                return;
            }
            List<Violation> violations = new Play(seed, without, false).run();
            if (without == null ? !violations.isEmpty() : asExpected(without, violations)) {
                found.put(seed, violations);
            }
        }
    }

    /** A rule counts as needed where what its argument foretells goes wrong, not just anything. */
    private static boolean asExpected(Rule rule, List<Violation> violations) {
        return violations.stream().anyMatch(one -> rule.broken.contains(one.kind()));
    }
}
