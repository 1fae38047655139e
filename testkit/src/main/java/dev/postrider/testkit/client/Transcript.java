package dev.postrider.testkit.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything one socket heard, in order; lets tests wait for what is still to come. Thread-safe. */
final class Transcript<E> {
    private final List<E> entries = new ArrayList<>();
    private boolean ended;

    synchronized void add(E entry) {
        entries.add(entry);
        notifyAll();
    }

    /** Nothing more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized List<E> all() {
        return List.copyOf(entries);
    }

    /** The first entry, earlier or still to come, that {@code pick} answers; empty after {@code limit} or the end. */
    synchronized <T> Optional<T> await(Duration limit, Function<E, Optional<T>> pick) {
        long end = System.nanoTime() + limit.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < entries.size(); seen++) {
                Optional<T> found = pick.apply(entries.get(seen));
                if (found.isPresent()) {
                    return found;
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0 || !sleep(left)) {
                return Optional.empty();
            }
        }
    }

    private boolean sleep(long millis) {
        try {
            wait(millis);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
