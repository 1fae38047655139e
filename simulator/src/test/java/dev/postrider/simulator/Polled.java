package dev.postrider.simulator;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.ingest.Intake;
import dev.postrider.history.store.Batch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as a consumer gets them, judged by history's own intake. */
final class Polled {
    private Polled() {}

    /** @param waits false where a record that cannot be read yet is passed over */
    static Batch batch(int partition, long from, List<Broker.Appended> polled, boolean waits) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < polled.size(); i++) {
            records.add(record(partition, from + i, polled.get(i)));
        }
        Intake intake = taken(partition, from, from + polled.size(), records);
        while (!waits && !intake.waiting().isEmpty()) {
            long unread = intake.waiting().getFirst().offset();
            records.removeIf(one -> one.offset() == unread);
            intake = taken(partition, from, from + polled.size(), records);
        }
        return intake.batch();
    }

    private static Intake taken(int partition, long from, long to, List<ConsumerRecord<byte[], byte[]>> records) {
        return Intake.of(0, List.of(new Intake.Stretch(partition, from, to, records)));
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, Broker.Appended one) {
        return new ConsumerRecord<>(
                Topics.LOG.topicName(),
                partition,
                offset,
                one.event().at().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                one.value().length,
                one.event().conversation().getBytes(StandardCharsets.UTF_8),
                one.value(),
                new RecordHeaders(),
                Optional.empty());
    }
}
