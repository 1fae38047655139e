package dev.postrider.chat.journal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/** One thread with a bounded queue, for producers whose {@code send} may block. Keeps the order of submission. */
public final class SendThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SendThread.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final BlockingQueue<Runnable> queue;
    private final Thread thread;
    private volatile boolean closing;

    public SendThread(String name, int queueMax) {
        this.queue = new ArrayBlockingQueue<>(queueMax);
        this.thread = Thread.ofPlatform().name(name).daemon(true).start(this::run);
    }

    /** False where the queue is full or closed; the task will then never run. */
    public boolean submit(Runnable task) {
        return !closing && queue.offer(task);
    }

    /** Runs what was submitted, for five seconds at most. */
    @Override
    public void close() {
        closing = true;
        queue.offer(() -> {});
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                runOne(queue.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("a task of a send thread failed", broken);
        }
    }
}
