package dev.postrider.gateway.upgrade;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * So many sockets are being opened at once; who comes meanwhile waits, in the order of coming. Where thousands come back
 * together each of them costs a chat node, Redis and history some milliseconds, and whoever talks must not wait behind all.
 * Any thread. The queue is not bounded here: who waits holds a place of {@link dev.postrider.gateway.limit.OpenSockets}.
 *
 * <p>Happens-before: a turn given back and a newcomer may miss each other only if the one looked at the queue before the
 * other was in it and the other counted before the turn was free. Both write first (the queue, the count) and look then, and
 * {@link #next} goes on for as long as it finds both, so that of the two at least one sees it.
 */
final class Turns {
    private final int atOnce;
    private final AtomicInteger free;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** @throws IllegalArgumentException where nobody would ever have a turn */
    Turns(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("gateway.limits.upgrades-at-once must be at least 1, not " + atOnce);
        }
        this.atOnce = atOnce;
        this.free = new AtomicInteger(atOnce);
    }

    /**
     * Does the work when its turn has come.
     *
     * @param where it is done, for instance on the event loop of who comes
     * @param work gets what gives the turn back; giving it back again does nothing
     */
    void take(Executor where, Consumer<Runnable> work) {
        waiting.add(() -> where.execute(() -> work.accept(turn())));
        next();
    }

    /** How many have a turn now; never above the bound. */
    int taken() {
        return atOnce - free.get();
    }

    /** How many wait for one; counted anew each time. */
    int waiting() {
        return waiting.size();
    }

    private Runnable turn() {
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free.incrementAndGet();
                next();
            }
        };
    }

    private void next() {
        while (!waiting.isEmpty() && free.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            Runnable first = waiting.poll();
            if (first == null) {
                free.incrementAndGet();
            } else {
                first.run();
            }
        }
    }
}
