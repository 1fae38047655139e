package dev.postrider.chat.node;

import dev.postrider.chat.time.Timers;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Timers of the process; tasks run on event loops, so they must not block. */
public final class VertxTimers implements Timers {
    private static final Logger LOG = Logger.getLogger(VertxTimers.class);

    private final Vertx vertx;

    public VertxTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> run(task));
        return () -> vertx.cancelTimer(id);
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
        long id = vertx.setPeriodic(period.toMillis(), fired -> run(task));
        return () -> vertx.cancelTimer(id);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("A timed task failed.", broken);
        }
    }
}
