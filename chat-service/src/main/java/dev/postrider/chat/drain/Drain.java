package dev.postrider.chat.drain;

import dev.postrider.base.drain.Drainable;
import dev.postrider.base.drain.Slices;
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
 * Leaving in order: not ready any more → every client is told, with a delay of its own → sockets close in
 * {@link Slices}, each once its frames under way are answered → what was handed to the log is flushed → the others hear
 * that this node is gone. Begun by SIGTERM; the framework's own shutdown finds it done.
 */
@ApplicationScoped
class Drain implements Drainable {
    private static final Logger LOG = Logger.getLogger(Drain.class);
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
        drain();
    }

    /** Once; any further call does nothing. Returns when every socket is closed and everything is flushed. */
    @Override
    public void drain() throws InterruptedException {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        departure.begin();
        List<OpenSockets.Leaving> leaving = new ArrayList<>(sockets.all());
        LOG.infof("Leaving: connections=%d", leaving.size());
        Collections.shuffle(leaving);
        closeInSlices(leaving, Slices.of(leaving.size(), over));
        awaitAnswers();
        LOG.info("Every socket is closed.");
        threads.stop();
        LOG.info("What was handed over is in the log, this node has left.");
    }

    /** Everybody is told before the first socket is closed. */
    private void closeInSlices(List<OpenSockets.Leaving> leaving, Slices slices) throws InterruptedException {
        for (int index = 0; index < leaving.size(); index++) {
            long delay = slices.reconnectAfterMillis(index, random);
            leaving.get(index).session().drain(new ServerFrame.Draining(delay));
        }
        for (OpenSockets.Leaving one : leaving) {
            one.leave();
            TimeUnit.NANOSECONDS.sleep(slices.eachNanos());
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
}
