package dev.postrider.chat.channel;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the assigned channels of {@code chat.channels} on one thread; no consumer group, so nothing ever pauses. A
 * channel is positioned at its end when it is assigned. Where retention or a broken consumer cost records, this thread
 * positions itself at the ends again and reports a lapse.
 */
public final class ChannelThread implements ChannelReader, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChannelThread.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RETRY_MILLIS = 500;
    private static final int UNASSIGNED_MILLIS = 20;
    private static final CloseOptions CLOSE_AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    private final KafkaSettings kafka;
    private final ChannelReceiver receiver;
    private final Runnable onLapse;
    private final LoopTasks tasks = new LoopTasks();
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().name("channels").daemon(true).unstarted(this::run);
    private volatile boolean stopped;
    private final Map<TopicPartition, Runnable> unresolved = new HashMap<>();
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private boolean lost;

    /** @param onLapse called on this thread, after the channels were positioned anew */
    public ChannelThread(KafkaSettings kafka, ChannelReceiver receiver, Runnable onLapse) {
        this.kafka = kafka;
        this.receiver = receiver;
        this.onLapse = onLapse;
        this.consumer = open();
    }

    /** Call once the topic exists. */
    public void start() {
        thread.start();
    }

    @Override
    public void assign(int channel, Runnable positioned) {
        tasks.execute(() -> take(partition(channel), positioned));
    }

    @Override
    public void release(int channel) {
        tasks.execute(() -> {
            assigned.remove(partition(channel));
            unresolved.remove(partition(channel));
            consumer.assign(assigned);
        });
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
        tasks.wakeBy(() -> consumer.wakeup());
        while (!stopped) {
            try {
                pass();
            } catch (WakeupException tasksWait) {
                LOG.trace("The channel reader was woken.");
            } catch (InvalidOffsetException overtaken) {
                LOG.warnf("Channel records were lost to retention: partitions=%s", overtaken.partitions());
                lost = true;
            } catch (InterruptException asked) {
                LOG.debug("The channel reader was asked to stop.");
            } catch (KafkaException broken) {
                LOG.warnf("Channels cannot be read, starting over: %s", broken.getMessage());
                startOver();
            } catch (RuntimeException fault) {
                LOG.error("The channel reader failed, starting over.", fault);
                startOver();
            }
            tasks.runAll();
        }
        consumer.close(CLOSE_AT_ONCE);
    }

    private void pass() {
        if (lost) {
            position(assigned);
            lost = false;
            onLapse.run();
        }
        resolve();
        boolean idle = tasks.sleep();
        if (assigned.isEmpty()) {
            pause(idle ? UNASSIGNED_MILLIS : 0);
        } else {
            consumer.poll(idle ? POLL : Duration.ZERO).forEach(this::give);
        }
    }

    private void take(TopicPartition partition, Runnable positioned) {
        assigned.add(partition);
        unresolved.put(partition, positioned);
        consumer.assign(assigned);
    }

    /**
     * All of them before the first is asked for: {@code position} looks at every assigned partition, and one without
     * any position would look like one whose records are lost.
     */
    private void resolve() {
        Set<TopicPartition> fresh = Set.copyOf(unresolved.keySet());
        position(fresh);
        for (TopicPartition partition : fresh) {
            Runnable positioned = unresolved.remove(partition);
            if (positioned != null) {
                positioned.run();
            }
        }
    }

    /** Resolves the ends now, not at the next poll; kept partitions keep their positions. */
    private void position(Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return; // Kafka takes "none" for "all"
        }
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Positions are gone with the consumer. */
    private void startOver() {
        pause(RETRY_MILLIS);
        consumer.close(CLOSE_AT_ONCE);
        consumer = open();
        consumer.assign(assigned);
        lost = true;
    }

    private void give(ConsumerRecord<byte[], byte[]> record) {
        Header to = record.headers().lastHeader(KafkaChannelPublisher.TO);
        Header node = record.headers().lastHeader(KafkaChannelPublisher.NODE);
        Header sent = record.headers().lastHeader(KafkaChannelPublisher.SENT);
        if (to != null && node != null && record.value() != null) {
            receiver.onRecord(text(node), List.of(text(to).split(",")), record.value(), millis(sent));
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = kafka.with(Map.of(
                "auto.offset.reset", "none",
                "enable.auto.commit", false,
                "fetch.min.bytes", 1,
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 5_000));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private static TopicPartition partition(int channel) {
        return new TopicPartition(Topics.CHANNELS.topicName(), channel);
    }

    private static OptionalLong millis(@Nullable Header sent) {
        return sent == null || sent.value().length != Long.BYTES
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(sent.value()).getLong());
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
