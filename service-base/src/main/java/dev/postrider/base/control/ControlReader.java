package dev.postrider.base.control;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.topic.TopicCheck;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.topic.Topics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code chat.control} from its retained start on one thread, for ever, and hands every known record to all
 * {@link ControlListener}s. Where the topic has moved on beyond what was read, it starts again at the retained start:
 * everything older says nothing any more, because the retention outlives every access token.
 */
@ApplicationScoped
public class ControlReader {
    private static final Logger LOG = Logger.getLogger(ControlReader.class);
    private static final TopicPartition CONTROL = new TopicPartition(Topics.CONTROL.topicName(), 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int RETRY_MILLIS = 1_000;
    private static final int STOP_MILLIS_MAX = 2_000;
    private static final long FROM_START = -1;

    private final KafkaSettings kafka;
    private final TopicCheck topics;
    private final List<ControlListener> listeners;
    private final Thread thread = new Thread(this::run, "control-reader");
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopped;
    private volatile boolean caughtUp;
    private long next = FROM_START;

    ControlReader(KafkaSettings kafka, TopicCheck topics, @All List<ControlListener> listeners) {
        this.kafka = kafka;
        this.topics = topics;
        this.listeners = listeners;
    }

    /** Whether everything that stood on the topic when this process first reached it has been heard. */
    public boolean caughtUp() {
        return caughtUp;
    }

    void onStart(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            thread.interrupt();
        } else {
            open.wakeup();
        }
        thread.join(STOP_MILLIS_MAX);
    }

    private void run() {
        while (!stopped) {
            try {
                topics.await(Topics.CONTROL);
                readUntilBroken();
            } catch (InvalidOffsetException overtaken) {
                LOG.warnf("The control topic has moved on, reading it from its start: offset=%d", next);
                next = FROM_START;
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException | WakeupException asked) {
                LOG.debug("The control reader was asked to stop.");
            } catch (KafkaException broken) {
                LOG.warnf("The control topic cannot be read, trying again: %s", broken.getMessage());
                pause();
            }
        }
    }

    private void readUntilBroken() {
        try (Consumer<byte[], byte[]> open = open()) {
            consumer = open;
            open.assign(List.of(CONTROL));
            if (next == FROM_START) {
                open.seekToBeginning(List.of(CONTROL));
            } else {
                open.seek(CONTROL, next);
            }
            long end = open.endOffsets(List.of(CONTROL)).getOrDefault(CONTROL, 0L);
            while (!stopped) {
                open.poll(POLL).forEach(this::dispatch);
                next = open.position(CONTROL);
                caughtUp = caughtUp || next >= end;
            }
        } finally {
            consumer = null;
        }
    }

    private void dispatch(ConsumerRecord<byte[], byte[]> raw) {
        if (raw.value() == null) {
            return;
        }
        ControlCodec.read(raw.value())
                .ifPresent(known -> listeners.forEach(listener -> {
                    try {
                        listener.onControl(known, raw.offset());
                    } catch (RuntimeException fault) {
                        LOG.errorf(fault, "A listener failed on a control record: offset=%d", raw.offset());
                    }
                }));
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> settings = kafka.with(Map.of(
                "auto.offset.reset", "none",
                "enable.auto.commit", false,
                "fetch.max.wait.ms", 250,
                "request.timeout.ms", 10_000,
                "default.api.timeout.ms", 10_000));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException asked) {
            LOG.debug("The control reader was asked to stop.");
        }
    }
}
