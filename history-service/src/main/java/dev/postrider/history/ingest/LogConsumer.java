package dev.postrider.history.ingest;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.HistoryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The Kafka side of ingest. Kafka shares the partitions out among the nodes; it never keeps a position, never resets
 * one, and hands out nothing of a partition that the table does not run. Only the ingest thread uses it, but for
 * {@link #wakeup}.
 */
final class LogConsumer implements AutoCloseable {
    private static final String TOPIC = Topics.LOG.topicName();
    /** As much as a batch may hold is not waited for. */
    private static final int GATHER_BYTES = 128 * 1024;

    private static final Duration ENDS_MAX = Duration.ofSeconds(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);

    private final Consumer<byte[], byte[]> kafka;
    private final PartitionTable table;

    LogConsumer(KafkaSettings settings, HistoryConfig.Ingest config, PartitionTable table) {
        this.table = table;
        this.kafka = new KafkaConsumer<>(
                settings.with(Map.of(
                        "group.id",
                        config.group(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none",
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName(),
                        "max.poll.records",
                        config.batchRecordsMax(),
                        "fetch.min.bytes",
                        GATHER_BYTES,
                        "fetch.max.wait.ms",
                        (int) config.gather().toMillis(),
                        "session.timeout.ms",
                        (int) config.sessionTimeout().toMillis(),
                        "heartbeat.interval.ms",
                        (int) config.sessionTimeout().toMillis() / 4,
                        "max.poll.interval.ms",
                        (int) config.batchTimeout().toMillis() * 4)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        kafka.subscribe(List.of(TOPIC), new Rebalance());
    }

    /** Records of running partitions; a partition whose offset the log does not have any more is stopped. */
    List<Intake.Stretch> poll(Duration max) {
        try {
            return stretches(kafka.poll(max));
        } catch (OffsetOutOfRangeException overtaken) {
            overtaken
                    .offsetOutOfRangePartitions()
                    .forEach((one, next) -> table.stop(one.partition(), next, "the log does not reach back so far"));
            run();
            return List.of();
        }
    }

    /** Keeps the membership alive while nothing may be read. */
    void idle(Duration max) {
        kafka.pause(kafka.assignment());
        kafka.poll(max);
        run();
    }

    /** Reads on exactly in the partitions that the table runs. */
    void run() {
        Set<Integer> running = table.running();
        List<TopicPartition> on = new ArrayList<>();
        List<TopicPartition> off = new ArrayList<>();
        kafka.assignment().forEach(one -> (running.contains(one.partition()) ? on : off).add(one));
        kafka.resume(on);
        kafka.pause(off);
    }

    void seek(int partition, long offset) {
        TopicPartition one = new TopicPartition(TOPIC, partition);
        if (kafka.assignment().contains(one)) {
            kafka.seek(one, offset);
        }
    }

    Map<Integer, Long> starts(Set<Integer> partitions) {
        return byNumber(kafka.beginningOffsets(topicPartitions(partitions)));
    }

    Map<Integer, Long> ends(Set<Integer> partitions) {
        return byNumber(kafka.endOffsets(topicPartitions(partitions)));
    }

    /** Records of the assigned partitions that were not handed out yet, as far as known. */
    long lag() {
        return kafka.assignment().stream()
                .mapToLong(one -> kafka.currentLag(one).orElse(0L))
                .sum();
    }

    /** The same by the log's ends now, while nothing is read; empty where the brokers do not say soon. */
    OptionalLong behind() {
        Set<Integer> placed = table.placed();
        try {
            return OptionalLong.of(byNumber(kafka.endOffsets(topicPartitions(placed), ENDS_MAX)).entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - table.next(end.getKey())))
                    .sum());
        } catch (KafkaException away) {
            return OptionalLong.empty();
        }
    }

    int assigned() {
        return kafka.assignment().size();
    }

    void wakeup() {
        kafka.wakeup();
    }

    @Override
    public void close() {
        kafka.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_MAX));
    }

    private List<Intake.Stretch> stretches(ConsumerRecords<byte[], byte[]> records) {
        List<Intake.Stretch> stretches = new ArrayList<>();
        for (TopicPartition one : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> some = records.records(one);
            if (table.isPlaced(one.partition())) {
                long to = some.getLast().offset() + 1;
                stretches.add(new Intake.Stretch(one.partition(), table.next(one.partition()), to, some));
            }
        }
        return stretches;
    }

    private static Set<TopicPartition> topicPartitions(Set<Integer> partitions) {
        return partitions.stream().map(one -> new TopicPartition(TOPIC, one)).collect(Collectors.toSet());
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().partition(), Map.Entry::getValue));
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** Partitions come and go only inside of {@code poll}. */
    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // A position there must be, since none is ever reset; where it truly is says the stored progress.
            partitions.forEach(one -> kafka.seek(one, 0));
            kafka.pause(partitions);
            table.given(numbers(partitions));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            table.taken(numbers(partitions));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            table.taken(numbers(partitions));
        }
    }
}
