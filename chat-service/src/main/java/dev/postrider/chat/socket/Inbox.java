package dev.postrider.chat.socket;

import dev.postrider.chat.limit.TokenBucket;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one socket on their way to be looked at, one after the other. Thread-safe; nothing blocks.
 *
 * <ul>
 *   <li>No more than the bucket allows are taken in a second; the rest waits.
 *   <li>At most {@code underWayMax} are handed on and not answered; the rest waits.
 *   <li>Half full, in frames or bytes, the socket is not read any more: the client's own buffers fill. A quarter full,
 *       it is read again.
 *   <li>Full, because bytes were read already: the frame is refused.
 * </ul>
 */
public final class Inbox {
    private final Bounds bounds;
    private final Reading reading;
    private final Function<String, CompletionStage<?>> handler;
    private final TokenBucket bucket;
    private final Ticker ticker;
    private final Timers timers;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private int underWay;
    private boolean running;
    private boolean paused;
    private boolean stopped;
    private boolean timerSet;
    private @Nullable Runnable whenIdle;

    /** The bounds of the class comment. */
    public record Bounds(int framesMax, int bytesMax, int underWayMax) {}

    /** The flow of bytes from the client. */
    public interface Reading {
        void pause();

        void resume();

        /** Reads on, but only for the client's end: whatever else comes is passed over. */
        default void passOver() {
            resume();
        }
    }

    /** @param handler takes one frame; its stage completes when the frame is dealt with */
    public Inbox(
            Bounds bounds,
            TokenBucket bucket,
            Reading reading,
            Ticker ticker,
            Timers timers,
            Function<String, CompletionStage<?>> handler) {
        this.bounds = bounds;
        this.bucket = bucket;
        this.reading = reading;
        this.ticker = ticker;
        this.timers = timers;
        this.handler = handler;
    }

    /** False where it is full: the frame was not taken. After {@link #stop} frames vanish. */
    public boolean offer(String frame) {
        synchronized (this) {
            if (stopped) {
                return true;
            }
            if (waiting.size() >= bounds.framesMax() || waitingBytes + frame.length() > bounds.bytesMax()) {
                return false;
            }
            waiting.add(frame);
            waitingBytes += frame.length();
        }
        run();
        return true;
    }

    /** True while the client is kept from talking. */
    public synchronized boolean paused() {
        return paused;
    }

    /** Takes nothing more; {@code idle} runs once what is under way has been answered. */
    public void stop(Runnable idle) {
        boolean now;
        synchronized (this) {
            stopped = true;
            waiting.clear();
            waitingBytes = 0;
            now = underWay == 0;
            whenIdle = now ? null : idle;
        }
        if (now) {
            idle.run();
        }
    }

    /** One thread at a time hands on; who finds another at it leaves, and the other looks again before it stops. */
    private void run() {
        for (String frame = take(true); frame != null; frame = take(false)) {
            handler.apply(frame).whenComplete((dealtWith, broken) -> ended());
        }
        steer();
    }

    private synchronized @Nullable String take(boolean entering) {
        if (entering && running) {
            return null;
        }
        String next = allowed() ? waiting.poll() : null;
        running = next != null;
        if (next != null) {
            waitingBytes -= next.length();
            underWay++;
        }
        return next;
    }

    /** Guarded by this. */
    private boolean allowed() {
        if (waiting.isEmpty() || underWay >= bounds.underWayMax() || timerSet) {
            return false;
        }
        long now = ticker.millis();
        if (bucket.take(now)) {
            return true;
        }
        timerSet = true;
        timers.after(Duration.ofMillis(Math.max(1, bucket.waitMillis(now))), this::onToken);
        return false;
    }

    private void onToken() {
        synchronized (this) {
            timerSet = false;
        }
        run();
    }

    private void ended() {
        Runnable idle = null;
        synchronized (this) {
            underWay--;
            if (stopped && underWay == 0) {
                idle = whenIdle;
                whenIdle = null;
            }
        }
        if (idle != null) {
            idle.run();
        }
        run();
    }

    private synchronized void steer() {
        boolean half = waiting.size() * 2 >= bounds.framesMax() || waitingBytes * 2 >= bounds.bytesMax();
        boolean quarter = waiting.size() * 4 <= bounds.framesMax() && waitingBytes * 4 <= bounds.bytesMax();
        if (half && !paused) {
            paused = true;
            reading.pause();
        } else if (paused && (quarter || stopped)) {
            paused = false;
            reading.resume();
        }
    }
}
