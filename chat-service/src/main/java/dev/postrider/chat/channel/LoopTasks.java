package dev.postrider.chat.channel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What other threads ask a polling loop to do, run by it between two polls. A sleeping loop is woken by the first task
 * only: waking it for each would leave it no time to read.
 */
public final class LoopTasks implements Executor {
    private static final Logger LOG = Logger.getLogger(LoopTasks.class);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean sleeping = new AtomicBoolean();
    private volatile Runnable waker = () -> {};

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    /** How the loop is woken from its poll. */
    void wakeBy(Runnable wakeup) {
        waker = wakeup;
    }

    void wake() {
        if (sleeping.compareAndSet(true, false)) {
            waker.run();
        }
    }

    /** On the loop, before it polls: true where it may sleep; it will then be woken. */
    boolean sleep() {
        sleeping.set(true);
        if (tasks.isEmpty()) {
            return true;
        }
        sleeping.set(false);
        return false;
    }

    /** On the loop, after its poll: runs what was asked until now. */
    void runAll() {
        sleeping.set(false);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException broken) {
                LOG.error("A task of a polling loop failed.", broken);
            }
        }
    }
}
