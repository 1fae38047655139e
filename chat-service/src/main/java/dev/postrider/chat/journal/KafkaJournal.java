package dev.postrider.chat.journal;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.trace.Kind;
import dev.postrider.base.trace.Step;
import dev.postrider.base.trace.Tracing;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Appends to {@code chat.log} with a raw producer: acks=all, idempotent, no linger. {@code KafkaProducer.send} may block
 * for metadata, so one thread of our own calls it, from a bounded queue.
 *
 * <p>Every failure after the queue is unknown to the caller: a time-out, a closed producer, not enough replicas. A
 * record that was never sent looks the same, which costs a repeat and breaks nothing.
 */
public final class KafkaJournal implements Journal, AutoCloseable {
    private static final Duration FLUSH = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final SendThread thread;
    private final InFlight inFlight;
    private final int epoch;
    private final Supplier<String> incarnation;

    /** @param incarnation who writes, for the header {@code node} */
    public KafkaJournal(KafkaSettings kafka, ChatConfig config, Ticker ticker, Supplier<String> incarnation) {
        this.producer = new KafkaProducer<>(kafka.with(Producers.durable(config.journal())));
        this.thread = new SendThread("journal", config.journal().queueMax());
        this.inFlight = new InFlight(
                config.journal().inFlightMax(), config.journal().stalledAfter().toMillis(), ticker);
        this.epoch = config.logEpoch();
        this.incarnation = incarnation;
    }

    @Override
    public boolean open() {
        return inFlight.open();
    }

    /** Appends under way. */
    public int inFlight() {
        return inFlight.count();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        return append(event, Step.NONE);
    }

    @Override
    public CompletionStage<Event> append(Event event, Step cause) {
        Step step = cause.within("append", Kind.WRITES);
        CompletableFuture<Event> answer = new CompletableFuture<>();
        inFlight.begin();
        answer.whenComplete((stamped, unknown) -> {
            inFlight.end(unknown == null);
            step.end();
        });
        if (!thread.submit(() -> send(event, step, answer))) {
            answer.completeExceptionally(new UnknownOutcomeException("the journal's queue is full"));
        }
        return answer;
    }

    /** Fetches what the first append would have to wait for. Blocks; for the start. */
    public void warm() {
        producer.partitionsFor(Topics.LOG.topicName());
    }

    /** Waits until what was handed over is acknowledged, for five seconds at most. */
    @Override
    public void close() {
        thread.close();
        producer.close(FLUSH);
    }

    private void send(Event event, Step step, CompletableFuture<Event> answer) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.LOG.topicName(),
                LogPartitions.of(event.conversation()),
                event.conversation().getBytes(StandardCharsets.UTF_8),
                LogCodec.write(event),
                headers(step));
        try {
            producer.send(record, (metadata, failure) -> answered(event, answer, metadata, failure));
        } catch (RuntimeException refused) {
            answer.completeExceptionally(new UnknownOutcomeException("the producer refused", refused));
        }
    }

    private List<Header> headers(Step step) {
        Header node = header("node", incarnation.get());
        return step.followed() ? List.of(node, header(Tracing.HEADER, step.traceparent())) : List.of(node);
    }

    private static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void answered(
            Event event, CompletableFuture<Event> answer, RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            answer.completeExceptionally(new UnknownOutcomeException("not acknowledged", failure));
        } else if (!metadata.hasOffset() || !metadata.hasTimestamp()) {
            answer.completeExceptionally(new UnknownOutcomeException("acknowledged without an offset"));
        } else {
            answer.complete(
                    event.stamped(Position.of(epoch, metadata.offset()), Instant.ofEpochMilli(metadata.timestamp())));
        }
    }
}
