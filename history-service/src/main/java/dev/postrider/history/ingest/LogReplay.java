package dev.postrider.history.ingest;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.store.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the log once more from its first record, with a consumer of its own that belongs to no group, and judges each
 * record as ingest does. Records that nobody can use are passed over: they stand in chat.dead since they were first
 * read. One thread only.
 */
public final class LogReplay implements AutoCloseable {
    private static final String TOPIC = Topics.LOG.topicName();
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);
    private static final List<TopicPartition> ALL = IntStream.range(0, LogPartitions.COUNT)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .toList();

    private final Consumer<byte[], byte[]> kafka;
    private final long[] next = new long[LogPartitions.COUNT];

    public LogReplay(KafkaSettings settings, int batchRecordsMax) {
        this.kafka = new KafkaConsumer<>(
                settings.with(Map.of(
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none",
                        "max.poll.records",
                        batchRecordsMax,
                        "max.partition.fetch.bytes",
                        4 * 1024 * 1024)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        kafka.assign(ALL);
        ALL.forEach(one -> kafka.seek(one, 0));
    }

    /** Where a batch goes. */
    @FunctionalInterface
    public interface Sink {
        void store(Batch batch) throws InterruptedException;
    }

    /** Partitions whose first records the log has no more. */
    public List<Integer> withoutBeginning() {
        return kafka.beginningOffsets(ALL).entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> one.getKey().partition())
                .sorted()
                .toList();
    }

    /** Hands over everything below {@code target} that was not handed over before, in batches, and nothing beyond. */
    public void upTo(LogVector target, Sink sink) throws InterruptedException {
        while (!reached(target)) {
            runBelow(target);
            ConsumerRecords<byte[], byte[]> records = kafka.poll(POLL);
            Intake intake = Intake.of(target.epoch(), stretches(records, target));
            if (!intake.batch().spans().isEmpty()) {
                sink.store(intake.batch());
                intake.batch().spans().forEach(span -> next[span.partition()] = span.to());
            }
            if (!intake.waiting().isEmpty()) {
                throw new IllegalStateException("the log holds records of a newer schema: " + intake.waiting());
            }
        }
    }

    private boolean reached(LogVector target) {
        return IntStream.range(0, next.length).allMatch(partition -> next[partition] >= target.next(partition));
    }

    /** Only partitions that stand below the target are read, each from exactly where the last batch ended. */
    private void runBelow(LogVector target) {
        Collection<TopicPartition> on = new ArrayList<>();
        Collection<TopicPartition> off = new ArrayList<>();
        for (TopicPartition one : ALL) {
            if (kafka.position(one) != next[one.partition()]) {
                kafka.seek(one, next[one.partition()]);
            }
            (next[one.partition()] < target.next(one.partition()) ? on : off).add(one);
        }
        kafka.resume(on);
        kafka.pause(off);
    }

    /** What was read below the target; by the consumer's position, since the last offsets may hold no record. */
    private List<Intake.Stretch> stretches(ConsumerRecords<byte[], byte[]> records, LogVector target) {
        List<Intake.Stretch> stretches = new ArrayList<>();
        for (TopicPartition one : ALL) {
            long end = target.next(one.partition());
            long to = Math.min(kafka.position(one), end);
            if (to > next[one.partition()]) {
                List<ConsumerRecord<byte[], byte[]>> below = records.records(one).stream()
                        .filter(record -> record.offset() < end)
                        .toList();
                stretches.add(new Intake.Stretch(one.partition(), next[one.partition()], to, below));
            }
        }
        return stretches;
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(CLOSE_MAX));
    }
}
