package dev.postrider.deployment.metrics;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who writes into the log, or deletes from it, past all services. */
final class StrangeRecords implements AutoCloseable {
    private static final String LOG = Topics.LOG.topicName();

    private final Map<String, Object> kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    StrangeRecords(String bootstrap) {
        this.kafka = Map.of("bootstrap.servers", bootstrap);
        this.producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when it stands there. */
    void write(int partition, String text) throws InterruptedException, ExecutionException {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(LOG, partition, "stranger".getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    /** So many good records of one conversation; returns when they stand there. */
    void writeMany(String conversation, String user, int count) {
        byte[] key = conversation.getBytes(StandardCharsets.UTF_8);
        byte[] value = LogCodec.write(new Event.Read(conversation, Event.UNSTAMPED, user, 0, Instant.EPOCH));
        for (int n = 0; n < count; n++) {
            producer.send(new ProducerRecord<>(LOG, LogPartitions.of(conversation), key, value));
        }
        producer.flush();
    }

    /** As retention does it. */
    void deleteAll(int partition) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            admin.deleteRecords(Map.of(new TopicPartition(LOG, partition), RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
