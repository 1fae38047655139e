package dev.postrider.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * What became of every message of one round, by its number. Written by the lanes, read when they are done: every cell
 * has one writer at a time, and whoever reads a sum first saw the counter that was raised after the cell.
 */
public final class Flight {
    private static final int DIGITS = 3;

    private final AtomicLongArray intended;
    private final AtomicLongArray accepted;
    private final AtomicLongArray seen;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong acceptedCount = new AtomicLong();
    private final AtomicLong seenCount = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong reordered = new AtomicLong();
    private final AtomicLong overtaken = new AtomicLong();

    Flight(int capacity) {
        intended = new AtomicLongArray(capacity);
        accepted = new AtomicLongArray(capacity);
        seen = new AtomicLongArray(capacity);
    }

    /** The next number, or -1 where the round is full. */
    int next(long intendedNanos) {
        int number = sent.getAndIncrement();
        if (number >= intended.length()) {
            sent.decrementAndGet();
            return -1;
        }
        intended.setPlain(number, intendedNanos);
        return number;
    }

    void accepted(long number, long nanos) {
        if (holds(number) && accepted.getAndSet((int) number, nanos) == 0) {
            acceptedCount.incrementAndGet();
        }
    }

    void seen(long number, long nanos) {
        if (!holds(number)) {
            return;
        }
        if (seen.getAndSet((int) number, nanos) == 0) {
            seenCount.incrementAndGet();
        } else {
            doubled.incrementAndGet();
        }
    }

    void addRejected() {
        rejected.incrementAndGet();
    }

    /** A message of the same sender came after another one of this round. */
    void follows(long positionBefore, long numberBefore, long position, long number) {
        if ((position < positionBefore) != (number < numberBefore)) {
            reordered.incrementAndGet();
        } else if (position < positionBefore) {
            overtaken.incrementAndGet();
        }
    }

    /** Nothing is under way. */
    boolean landed() {
        int all = sent.get();
        return acceptedCount.get() + rejected.get() >= all && seenCount.get() >= acceptedCount.get();
    }

    public int sent() {
        return sent.get();
    }

    public long accepted() {
        return acceptedCount.get();
    }

    public long rejected() {
        return rejected.get();
    }

    public long doubled() {
        return doubled.get();
    }

    /** Stands in the log in another order than it was sent by one socket. */
    public long reordered() {
        return reordered.get();
    }

    /** Came live after a later one, and clients sort it in: the order of a conversation is its log's. */
    public long overtaken() {
        return overtaken.get();
    }

    /** Accepted, and its recipient did not see it live. */
    public long lost() {
        long lost = 0;
        for (int i = 0; i < sent.get(); i++) {
            if (accepted.get(i) != 0 && seen.get(i) == 0) {
                lost++;
            }
        }
        return lost;
    }

    /** Neither accepted nor rejected. */
    public long unanswered() {
        return sent.get() - accepted() - rejected();
    }

    /** Nanoseconds from the intended time to the sender's answer. */
    public Histogram answers() {
        return since(accepted, Long.MAX_VALUE);
    }

    /** Nanoseconds from the intended time to the recipient's screen. */
    public Histogram deliveries() {
        return since(seen, Long.MAX_VALUE);
    }

    /** As {@link #deliveries()}, of what was to be sent before that instant of {@link System#nanoTime}. */
    public Histogram deliveriesBefore(long nanos) {
        return since(seen, nanos);
    }

    private Histogram since(AtomicLongArray then, long before) {
        Histogram histogram = new Histogram(DIGITS);
        for (int i = 0; i < sent.get(); i++) {
            if (then.get(i) != 0 && intended.get(i) < before) {
                histogram.recordValue(Math.max(0, then.get(i) - intended.get(i)));
            }
        }
        return histogram;
    }

    private boolean holds(long number) {
        return number >= 0 && number < intended.length();
    }
}
