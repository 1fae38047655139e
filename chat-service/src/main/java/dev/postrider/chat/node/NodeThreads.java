package dev.postrider.chat.node;

import dev.postrider.base.topic.TopicCheck;
import dev.postrider.base.topic.WrongPartitionsException;
import dev.postrider.chat.channel.Checkpoints;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.socket.OpenSockets;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.topic.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Starts the node's threads once its topics are there and its producers are warm, and stops them so that nothing handed
 * over is lost: log, channels, then the word that this node is gone.
 */
@ApplicationScoped
public class NodeThreads {
    private static final Logger LOG = Logger.getLogger(NodeThreads.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int RETRY_MILLIS = 500;

    private final TopicCheck topics;
    private final Writers writers;
    private final Readers readers;
    private final OpenSockets sockets;
    private final Checkpoints checkpoints;
    private final FirstLooks looks;
    private final AgreedWindow window;
    private final Timers timers;
    private final Thread starter =
            Thread.ofPlatform().name("node-start").daemon(true).unstarted(this::run);
    private final Queue<Runnable> ticking = new ConcurrentLinkedQueue<>();
    private volatile boolean started;

    NodeThreads(
            TopicCheck topics,
            Writers writers,
            Readers readers,
            OpenSockets sockets,
            Checkpoints checkpoints,
            FirstLooks looks,
            AgreedWindow window,
            Timers timers) {
        this.topics = topics;
        this.writers = writers;
        this.readers = readers;
        this.sockets = sockets;
        this.checkpoints = checkpoints;
        this.looks = looks;
        this.window = window;
        this.timers = timers;
    }

    void onStart(@Observes StartupEvent event) {
        starter.start();
    }

    /** True once the topics were found as declared and the threads run. */
    public boolean started() {
        return started;
    }

    /** Blocks for some seconds at most; for the thread that ends the process. */
    public void stop() throws InterruptedException {
        starter.interrupt();
        ticking.forEach(Runnable::run);
        writers.flush();
        if (started) {
            readers.leave();
        }
        readers.close();
        writers.close();
    }

    private void run() {
        try {
            topics.await(Topics.LOG, Topics.CHANNELS, Topics.CONTROL);
            warm();
            looks.take();
            readers.start();
            ticking.add(timers.every(LOOK, window::refresh));
            ticking.add(timers.every(TICK, this::tick));
            started = true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (WrongPartitionsException wrong) {
            LOG.error("This node does not start.", wrong);
        }
    }

    private void warm() throws InterruptedException {
        while (true) {
            try {
                writers.warm();
                return;
            } catch (KafkaException away) {
                LOG.warnf("Kafka is not ready for this node yet: %s", away.getMessage());
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private void tick() {
        sockets.tick();
        checkpoints.sweep();
    }
}
