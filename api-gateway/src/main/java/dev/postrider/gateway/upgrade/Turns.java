package dev.postrider.gateway.upgrade;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * So many sockets are being opened at once; who comes meanwhile waits, in the order of coming. Where thousands come back
 * together each of them costs a chat node, Redis and history some milliseconds, and whoever talks must not wait behind all:
 * so how many it are follows from how long an opening takes ({@link AdaptiveLimit}).
 * Any thread. The queue is not bounded here: who waits holds a place of {@link dev.postrider.gateway.limit.OpenSockets}.
 *
 * <p>Happens-before: a turn given back and a newcomer may miss each other only if the one looked at the queue before the
 * other was in it and the other counted before the turn was free. Both write first (the queue, the bound and the count) and look
 * then, and {@link #next} goes on for as long as it finds both, so that of the two at least one sees it. The bound rises and
 * falls only while a turn is given back, before the look.
 */
final class Turns {
    /** Enough for some hundreds a second where a chat node answers within ten milliseconds. */
    private static final int AT_ONCE_LEAST = 4;

    private final AdaptiveLimit limit;
    private final LongSupplier nanos;
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param atOnce never more than these
     * @param nanos a clock that does not jump
     * @throws IllegalArgumentException where nobody would ever have a turn
     */
    Turns(int atOnce, LongSupplier nanos) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("gateway.limits.upgrades-at-once must be at least 1, not " + atOnce);
        }
        this.limit = new AdaptiveLimit(Math.min(AT_ONCE_LEAST, atOnce), atOnce);
        this.nanos = nanos;
    }

    /**
     * Does the work when its turn has come.
     *
     * @param where it is done, for instance on the event loop of who comes
     * @param work gets its turn
     */
    void take(Executor where, Consumer<Turn> work) {
        waiting.add(() -> where.execute(() -> work.accept(new Turn())));
        next();
    }

    /** How many have a turn now; never more than {@code atOnce}. */
    int taken() {
        return taken.get();
    }

    /** How many wait for one; counted anew each time. */
    int waiting() {
        return waiting.size();
    }

    /** Is given back once; what comes after that does nothing. */
    final class Turn {
        private final long began = nanos.getAsLong();
        private final AtomicBoolean given = new AtomicBoolean();

        private Turn() {}

        /** The socket stands: how long that took says how many may open at once. */
        void opened() {
            end(() -> limit.ended(began, nanos.getAsLong(), !waiting.isEmpty()));
        }

        /** Given back without a socket, which may be at once or after a node's silence and says nothing of the others. */
        void end() {
            end(() -> {});
        }

        private void end(Runnable first) {
            if (given.compareAndSet(false, true)) {
                first.run();
                taken.decrementAndGet();
                next();
            }
        }
    }

    private void next() {
        while (!waiting.isEmpty() && mayTake()) {
            Runnable first = waiting.poll();
            if (first == null) {
                taken.decrementAndGet();
            } else {
                first.run();
            }
        }
    }

    private boolean mayTake() {
        int bound = limit.now();
        return taken.getAndUpdate(now -> now < bound ? now + 1 : now) < bound;
    }
}
