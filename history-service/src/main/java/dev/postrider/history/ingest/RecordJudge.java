package dev.postrider.history.ingest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Pure: tells what can be stored before any SQL sees it. The same record gets the same judgement for ever, on every
 * node; what passes can never make a statement fail, so that a failing statement always means the database.
 */
final class RecordJudge {
    private RecordJudge() {}

    /** What is to be done with a record. */
    sealed interface Judgement {
        record Usable(Event event) implements Judgement {}

        /** To chat.dead, with the reason; the partition moves on. */
        record Unusable(String reason) implements Judgement {}

        /** Written by a newer version: its partition waits for an upgrade. */
        record Newer(int schema) implements Judgement {}
    }

    static Judgement judge(ConsumerRecord<byte[], byte[]> record, int epoch) {
        if (record.value() == null || record.key() == null) {
            return new Judgement.Unusable("no key or no value");
        }
        long position = Position.of(epoch, record.offset());
        return switch (LogCodec.read(record.value(), position, Instant.ofEpochMilli(record.timestamp()))) {
            case LogCodec.Reading.Newer newer -> new Judgement.Newer(newer.schema());
            case LogCodec.Reading.Unusable unusable -> new Judgement.Unusable(unusable.reason());
            case LogCodec.Reading.Good good ->
                misplaced(record, good.event())
                        .or(() -> Fitness.fault(good.event()))
                        .<Judgement>map(Judgement.Unusable::new)
                        .orElseGet(() -> new Judgement.Usable(good.event()));
        };
    }

    private static Optional<String> misplaced(ConsumerRecord<byte[], byte[]> record, Event event) {
        if (!event.conversation().equals(new String(record.key(), StandardCharsets.UTF_8))) {
            return Optional.of("the key is not the conversation");
        }
        return LogPartitions.of(event.conversation()) == record.partition()
                ? Optional.empty()
                : Optional.of("the conversation belongs to another partition");
    }
}
