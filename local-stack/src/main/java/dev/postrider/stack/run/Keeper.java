package dev.postrider.stack.run;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.LogFiles;
import dev.postrider.stack.process.Patience;
import dev.postrider.stack.process.ProcessRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one part running: on a thread of its own starts it, waits until it is ready, waits until it ends, starts it
 * again after a growing delay, for ever, until it is told to stop.
 */
final class Keeper {
    private static final int LOG_LINES = 15;
    private static final int SIGINT_CODE = 130;
    private static final int SIGTERM_CODE = 143;
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration STOP_MAY_FOLLOW = Duration.ofMillis(500);
    private static final Duration READY_POLL = Duration.ofMillis(200);

    private final Part part;
    private final ProcessRecords records;
    private final StackEvents events;
    private final GrowingDelay delay;
    private final Thread thread;
    private @Nullable Child child;
    private boolean ready;
    private boolean stopping;
    private @Nullable RuntimeException failure;

    Keeper(Part part, ProcessRecords records, StackEvents events, GrowingDelay delay) {
        this.part = part;
        this.records = records;
        this.events = events;
        this.delay = delay;
        this.thread = Thread.ofVirtual().name("keep-" + part.name()).unstarted(this::run);
    }

    Part part() {
        return part;
    }

    void start() {
        thread.start();
    }

    /**
     * Waits for its first answer.
     *
     * @return false when interrupted or stopped meanwhile
     * @throws RuntimeException where it cannot be started at all
     */
    synchronized boolean awaitReady() {
        while (!ready && !stopping) {
            if (failure != null) {
                throw failure;
            }
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return ready;
    }

    /** Ends the process and all restarting; returns when it is gone. */
    void stop() {
        Child running;
        synchronized (this) {
            stopping = true;
            running = child;
            notifyAll();
        }
        if (running != null && running.alive()) {
            events.onStopping(part.name());
            long began = System.nanoTime();
            running.stop(part.stopGrace());
            events.onStopped(part.name(), since(began));
        }
        records.remove(part.name());
    }

    /** Kills it at once. */
    synchronized void kill() {
        stopping = true;
        if (child != null) {
            child.kill();
        }
        notifyAll();
    }

    private void run() {
        try {
            while (!isStopping()) {
                long began = System.nanoTime();
                Child running = launch();
                if (running == null) {
                    return;
                }
                awaitAnswer(running, began);
                running.onExit().join();
                pauseAfter(running, since(began));
            }
        } catch (IOException failed) {
            fail(new UncheckedIOException(failed));
        } catch (RuntimeException failed) {
            fail(failed);
        }
    }

    private synchronized @Nullable Child launch() throws IOException {
        if (stopping) {
            return null;
        }
        events.onStarting(part.name());
        LogFiles.rotate(part.log());
        Child started = Child.start(part.preparation().prepare());
        records.write(started);
        child = started;
        return started;
    }

    private void awaitAnswer(Child running, long began) {
        Duration slow = SLOW;
        while (running.alive() && !isStopping()) {
            if (since(began).compareTo(slow) > 0) {
                events.onSlow(part, slow);
                slow = slow.plus(SLOW);
            }
            if (part.ready().getAsBoolean() && running.alive()) {
                // Told before whoever waits goes on, so that no part's line comes after "Ready".
                events.onReady(part.name(), since(began));
                markReady();
                return;
            }
            if (!Patience.pause(READY_POLL)) {
                return;
            }
        }
    }

    /**
     * A child that ended by a stop signal may have got ours: then we are about to be stopped as well. Otherwise somebody
     * restarts it, and no crash makes it wait.
     */
    private void pauseAfter(Child ended, Duration lived) {
        int code = ended.exitCode().orElse(-1);
        boolean asked = code == SIGINT_CODE || code == SIGTERM_CODE;
        if (asked) {
            sleepUnlessStopped(STOP_MAY_FOLLOW);
        }
        if (!isStopping()) {
            Duration pause = asked ? Duration.ZERO : delay.afterLifeOf(lived);
            events.onCrashed(part, code, LogEnd.of(part.log(), LOG_LINES), pause);
            sleepUnlessStopped(pause);
        }
    }

    private synchronized void sleepUnlessStopped(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        long left = pause.toMillis();
        while (!stopping && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private synchronized void markReady() {
        ready = true;
        notifyAll();
    }

    private synchronized void fail(RuntimeException cause) {
        failure = cause;
        notifyAll();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
