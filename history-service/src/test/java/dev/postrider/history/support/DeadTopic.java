package dev.postrider.history.support;

import static org.awaitility.Awaitility.await;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.testkit.server.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks into chat.dead. */
public final class DeadTopic {
    private DeadTopic() {}

    /** The headers of the record whose value holds the word; waits for it. */
    public static Map<String, String> headersOf(String word) {
        TopicPartition dead = new TopicPartition(Topics.DEAD.topicName(), 0);
        Map<String, String> found = new ConcurrentHashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedKafka.shared().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(dead));
            consumer.seekToBeginning(List.of(dead));
            await().pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.value(), StandardCharsets.UTF_8).contains(word)) {
                        found.putAll(headers(record));
                    }
                });
                return !found.isEmpty();
            });
        }
        return found;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
