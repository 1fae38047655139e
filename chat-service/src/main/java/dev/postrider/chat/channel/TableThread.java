package dev.postrider.chat.channel;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * The loop: reads {@code chat.control} from its retained start on one thread and drives table, subscriptions and gate.
 * It also runs what others ask of them ({@link LoopTasks}), so none of those needs a lock. Where the topic has moved on
 * beyond what was read, this node may have missed its own {@code gone}: that is a lapse.
 */
public final class TableThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TableThread.class);
    private static final TopicPartition CONTROL = new TopicPartition(Topics.CONTROL.topicName(), 0);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int RETRY_MILLIS = 500;
    private static final long FROM_START = -1;

    private final KafkaSettings kafka;
    private final LoopTasks tasks;
    private final TableLoop table;
    private final Subscriptions subscriptions;
    private final MembershipNotices notices;
    private final FreshGate gate;
    private final Thread thread =
            Thread.ofPlatform().name("channel-table").daemon(true).unstarted(this::run);
    private volatile boolean stopped;
    private long next = FROM_START;

    public TableThread(
            KafkaSettings kafka,
            LoopTasks tasks,
            TableLoop table,
            Subscriptions subscriptions,
            MembershipNotices notices,
            FreshGate gate) {
        this.kafka = kafka;
        this.tasks = tasks;
        this.table = table;
        this.subscriptions = subscriptions;
        this.notices = notices;
        this.gate = gate;
    }

    /** Call once the topic exists. */
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped = true;
        tasks.wake();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                readUntilBroken();
            } catch (InvalidOffsetException overtaken) {
                LOG.warnf("The control topic has moved on, reading it from its start: offset=%d", next);
                next = FROM_START;
                table.lapse();
            } catch (InterruptException asked) {
                LOG.debug("The channel loop was asked to stop.");
            } catch (KafkaException broken) {
                LOG.warnf("The control topic cannot be read, trying again: %s", broken.getMessage());
                pause();
            } catch (RuntimeException fault) {
                LOG.errorf(fault, "The channel loop failed, going on behind offset=%d", next);
                next++;
                pause();
            }
        }
    }

    private void readUntilBroken() {
        try (KafkaConsumer<byte[], byte[]> consumer = open()) {
            tasks.wakeBy(consumer::wakeup);
            consumer.assign(List.of(CONTROL));
            if (next == FROM_START) {
                consumer.seekToBeginning(List.of(CONTROL));
            } else {
                consumer.seek(CONTROL, next);
            }
            while (!stopped) {
                pass(consumer);
            }
        } finally {
            tasks.wakeBy(() -> {});
        }
    }

    private void pass(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.poll(tasks.sleep() ? POLL : Duration.ZERO).forEach(this::apply);
            next = consumer.position(CONTROL);
        } catch (WakeupException tasksWait) {
            LOG.trace("The channel loop was woken.");
        }
        table.onPass();
        subscriptions.onPass();
        notices.onPass();
        gate.onPass();
        tasks.runAll();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            ControlCodec.read(record.value()).ifPresent(known -> table.onRecord(known, record.offset()));
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = kafka.with(Map.of(
                "auto.offset.reset", "none",
                "enable.auto.commit", false,
                "fetch.max.wait.ms", 250,
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 5_000));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
