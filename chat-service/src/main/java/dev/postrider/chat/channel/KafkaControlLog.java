package dev.postrider.chat.channel;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.control.ControlCodec;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Writes to {@code chat.control} from the loop's own thread, so that a loop that stands still is a silent node. What is
 * not acknowledged within five seconds is dropped: the next record says the same and more.
 */
public final class KafkaControlLog implements ControlLog, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KafkaControlLog.class);
    private static final Duration FLUSH = Duration.ofSeconds(3);

    private final KafkaProducer<byte[], byte[]> producer;

    public KafkaControlLog(KafkaSettings kafka) {
        this.producer = new KafkaProducer<>(
                kafka.with(Map.of(
                        "acks", "all",
                        "enable.idempotence", true,
                        "linger.ms", 0,
                        "max.block.ms", 1_000,
                        "request.timeout.ms", 3_000,
                        "delivery.timeout.ms", 5_000,
                        "buffer.memory", 1_048_576L)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void write(ControlRecord record) {
        try {
            producer.send(record(record));
        } catch (KafkaException away) {
            LOG.debugf("A control record was not written: %s", away.getMessage());
        }
    }

    /** Never blocks its caller: what the producer would wait for was fetched at the start. */
    @Override
    public CompletionStage<Void> tell(ControlRecord record) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        try {
            producer.send(record(record), (metadata, failure) -> {
                if (failure == null) {
                    told.complete(null);
                } else {
                    told.completeExceptionally(failure);
                }
            });
        } catch (KafkaException away) {
            told.completeExceptionally(away);
        }
        return told;
    }

    private static ProducerRecord<byte[], byte[]> record(ControlRecord record) {
        return new ProducerRecord<>(Topics.CONTROL.topicName(), 0, null, ControlCodec.write(record));
    }

    /** Fetches what the first record would have to wait for. Blocks; for the start. */
    public void warm() {
        producer.partitionsFor(Topics.CONTROL.topicName());
    }

    @Override
    public void close() {
        producer.close(FLUSH);
    }
}
