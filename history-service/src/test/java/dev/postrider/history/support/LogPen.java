package dev.postrider.history.support;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.testkit.server.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends to chat.log and waits for the position. */
public final class LogPen {
    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    EmbeddedKafka.shared().bootstrapServers(),
                    "max.block.ms",
                    20_000,
                    "acks",
                    "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private LogPen() {}

    public static long write(Event event) {
        return position(send(event.conversation(), LogCodec.write(event)));
    }

    /** The event as it stands in the log, where its offset and time have stamped it. */
    public static Event stamped(Event event, Future<RecordMetadata> appended) {
        try {
            RecordMetadata at = appended.get();
            return event.stamped(Position.of(0, at.offset()), Instant.ofEpochMilli(at.timestamp()));
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Not waited for. */
    public static Future<RecordMetadata> later(Event event) {
        return send(event.conversation(), LogCodec.write(event));
    }

    /** Whatever bytes, at the conversation's place. */
    public static long raw(String conversation, String value) {
        return position(send(conversation, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Future<RecordMetadata> send(String conversation, byte[] value) {
        return PRODUCER.send(new ProducerRecord<>(
                Topics.LOG.topicName(),
                LogPartitions.of(conversation),
                conversation.getBytes(StandardCharsets.UTF_8),
                value));
    }

    public static long position(Future<RecordMetadata> sent) {
        try {
            return Position.of(0, sent.get().offset());
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
