package dev.postrider.bench.measure;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.server.KafkaCluster;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records the log, or another topic with as many parts, holds and held, summed over its parts. */
public final class LogEnd implements AutoCloseable {
    private static final long SECONDS_MAX = 20;

    private final Admin admin;
    private final String topic;

    public LogEnd(KafkaCluster kafka) {
        this(kafka, Topics.LOG.topicName());
    }

    public LogEnd(KafkaCluster kafka, String topic) {
        this.topic = topic;
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }

    public long now() {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.LOG.partitions())
                .boxed()
                .collect(Collectors.toMap(part -> new TopicPartition(topic, part), part -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get(SECONDS_MAX, TimeUnit.SECONDS).values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the log's end", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
