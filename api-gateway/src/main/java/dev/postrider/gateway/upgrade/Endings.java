package dev.postrider.gateway.upgrade;

import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells chat nodes of the clients that are gone, some at a time: where thousands go at once, whoever stays would wait behind
 * all of them in every event loop on the way. Any thread.
 *
 * <p>Happens-before: who adds and finds somebody at work leaves it to them; they give the work up first and look once more
 * then, so that of the two at least one sees what was added.
 */
final class Endings {
    private static final int AT_ONCE = 4;
    private static final long PAUSE_MILLIS = 2;

    private final Vertx vertx;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Endings(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Does it, at once where few come. */
    void add(Runnable ending) {
        waiting.add(ending);
        begin();
    }

    private void begin() {
        if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            some();
        }
    }

    /** One that fails keeps no other from its turn. */
    private void some() {
        try {
            Runnable next = waiting.poll();
            for (int done = 1; next != null; next = done++ < AT_ONCE ? waiting.poll() : null) {
                next.run();
            }
        } finally {
            vertx.setTimer(PAUSE_MILLIS, due -> goOn());
        }
    }

    private void goOn() {
        if (waiting.isEmpty()) {
            busy.set(false);
            begin();
        } else {
            some();
        }
    }
}
