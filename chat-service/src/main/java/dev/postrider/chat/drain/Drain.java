package dev.postrider.chat.drain;

import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.node.NodeThreads;
import dev.postrider.chat.session.Departure;
import dev.postrider.chat.socket.OpenSockets;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Leaving in order: not ready any more → every client is told, with a delay of its own → sockets close in slices, each
 * once its frames under way are answered → what was handed to the log is flushed → the others hear that this node is
 * gone. Begun by {@link Termination}; the framework's own shutdown finds it done. Few sockets take no time.
 */
@ApplicationScoped
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long PER_SOCKET_MILLIS_MAX = 10;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final int POLL_MILLIS = 10;

    private final Departure departure;
    private final OpenSockets sockets;
    private final NodeThreads threads;
    private final Duration over;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final RandomGenerator random = RandomGenerator.getDefault();

    Drain(Departure departure, OpenSockets sockets, NodeThreads threads, ChatConfig config) {
        this.departure = departure;
        this.sockets = sockets;
        this.threads = threads;
        this.over = config.drain().over();
    }

    void onStop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        leave();
    }

    /** Once; any further call does nothing. Returns when every socket is closed and everything is flushed. */
    void leave() throws InterruptedException {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        departure.begin();
        List<OpenSockets.Leaving> leaving = new ArrayList<>(sockets.all());
        LOG.infof("Leaving: connections=%d", leaving.size());
        Collections.shuffle(leaving);
        leaving.forEach(one -> one.session().drain(new ServerFrame.Draining(delayMillis())));
        closeInSlices(leaving);
        awaitAnswers();
        threads.stop();
    }

    private void closeInSlices(List<OpenSockets.Leaving> leaving) throws InterruptedException {
        long eachNanos = leaving.isEmpty()
                ? 0
                : Math.min(TimeUnit.MILLISECONDS.toNanos(PER_SOCKET_MILLIS_MAX), over.toNanos() / leaving.size());
        for (OpenSockets.Leaving one : leaving) {
            one.leave();
            TimeUnit.NANOSECONDS.sleep(eachNanos);
        }
    }

    /** Whoever is still waiting for an answer then gets it elsewhere, by repeating. */
    private void awaitAnswers() throws InterruptedException {
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (sockets.count() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        sockets.all().forEach(one -> one.session().close(CloseCode.RESTARTING));
    }

    private long delayMillis() {
        return random.nextLong(Math.max(1, over.toMillis() / 5));
    }
}
