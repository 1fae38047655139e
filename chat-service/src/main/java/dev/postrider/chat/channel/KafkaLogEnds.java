package dev.postrider.chat.channel;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Topics;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker for the log's high watermarks. With acks=all an append is acknowledged only once the watermark has
 * passed it, so every event acknowledged before the question lies below the answer.
 */
public final class KafkaLogEnds implements LogEnds, AutoCloseable {
    private static final Map<TopicPartition, OffsetSpec> QUESTION = IntStream.range(0, LogPartitions.COUNT)
            .mapToObj(p -> new TopicPartition(Topics.LOG.topicName(), p))
            .collect(Collectors.toUnmodifiableMap(p -> p, p -> OffsetSpec.latest()));

    private final Admin admin;
    private final int epoch;

    /** @param epoch the log's */
    public KafkaLogEnds(KafkaSettings kafka, int epoch) {
        this.admin = Admin.create(kafka.with(Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000)));
        this.epoch = epoch;
    }

    @Override
    public CompletionStage<LogVector> ask() {
        return admin.listOffsets(QUESTION).all().toCompletionStage().thenApply(this::vector);
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }

    private LogVector vector(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        long[] next = new long[LogPartitions.COUNT];
        ends.forEach((partition, end) -> next[partition.partition()] = end.offset());
        return LogVector.of(epoch, next);
    }
}
