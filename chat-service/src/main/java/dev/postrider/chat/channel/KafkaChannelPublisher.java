package dev.postrider.chat.channel;

import dev.postrider.base.KafkaSettings;
import dev.postrider.chat.journal.SendThread;
import dev.postrider.chat.journal.UnknownOutcomeException;
import dev.postrider.contracts.topic.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to {@code chat.channels}: the value is the finished frame, the header {@link #TO} names its recipients,
 * {@link #NODE} the incarnation that wrote it, {@link #SENT} when its frame came in: milliseconds of the epoch in eight bytes.
 */
public final class KafkaChannelPublisher implements ChannelPublisher, AutoCloseable {
    static final String TO = "to";
    static final String NODE = "node";
    static final String SENT = "sent";
    private static final byte @Nullable [] NO_KEY = null;
    private static final Duration FLUSH = Duration.ofSeconds(3);

    private final KafkaProducer<byte[], byte[]> producer;
    private final SendThread thread;
    private final Incarnations incarnations;

    /** @param producerSettings durable and at once */
    public KafkaChannelPublisher(
            KafkaSettings kafka, Map<String, Object> producerSettings, int queueMax, Incarnations incarnations) {
        this.producer =
                new KafkaProducer<>(kafka.with(producerSettings), new ByteArraySerializer(), new ByteArraySerializer());
        this.thread = new SendThread("channel-publisher", queueMax);
        this.incarnations = incarnations;
    }

    @Override
    public CompletionStage<Void> publish(int channel, List<String> recipients, byte[] frame) {
        return publish(channel, recipients, frame, null);
    }

    @Override
    public CompletionStage<Void> publish(
            int channel, List<String> recipients, byte[] frame, @Nullable Arrival arrival) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        if (!thread.submit(() -> send(channel, headers(recipients, arrival), frame, acknowledged))) {
            acknowledged.completeExceptionally(new UnknownOutcomeException("the publisher's queue is full"));
        }
        return acknowledged;
    }

    /** Fetches what the first record would have to wait for. Blocks; for the start. */
    public void warm() {
        producer.partitionsFor(Topics.CHANNELS.topicName());
    }

    @Override
    public void close() {
        thread.close();
        producer.close(FLUSH);
    }

    private List<Header> headers(List<String> recipients, @Nullable Arrival arrival) {
        Header to = header(TO, String.join(",", recipients));
        Header node = header(NODE, incarnations.current());
        return arrival == null
                ? List.of(to, node)
                : List.of(
                        to,
                        node,
                        new RecordHeader(
                                SENT,
                                ByteBuffer.allocate(Long.BYTES)
                                        .putLong(arrival.millis())
                                        .array()));
    }

    private void send(int channel, List<Header> headers, byte[] frame, CompletableFuture<Void> acknowledged) {
        try {
            producer.send(
                    new ProducerRecord<>(Topics.CHANNELS.topicName(), channel, NO_KEY, frame, headers),
                    (metadata, failure) -> {
                        if (failure == null) {
                            acknowledged.complete(null);
                        } else {
                            acknowledged.completeExceptionally(failure);
                        }
                    });
        } catch (RuntimeException refused) {
            acknowledged.completeExceptionally(refused);
        }
    }

    private static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
