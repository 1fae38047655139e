package dev.postrider.history.ingest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.ingest.RecordJudge.Judgement;
import dev.postrider.history.store.Batch;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one poll brought, judged: the batch to store, the records nobody can use, and the partitions that must wait.
 *
 * @param waiting partitions that hold a record of a newer schema, at its offset
 */
public record Intake(Batch batch, List<DeadRecord> dead, List<Waiting> waiting) {

    /** A record for chat.dead. */
    public record DeadRecord(ConsumerRecord<byte[], byte[]> record, String reason) {}

    /** A partition that waits at an offset. */
    public record Waiting(int partition, long offset, int schema) {}

    /** The records of one partition, in order, and where the consumer will go on after them. */
    public record Stretch(int partition, long from, long to, List<ConsumerRecord<byte[], byte[]>> records) {}

    public static Intake of(int epoch, List<Stretch> stretches) {
        Intake intake = new Intake(
                new Batch(epoch, new ArrayList<>(), new ArrayList<>()), new ArrayList<>(), new ArrayList<>());
        stretches.forEach(stretch -> intake.take(epoch, stretch));
        return intake;
    }

    private void take(int epoch, Stretch stretch) {
        long to = stretch.to();
        List<Event> events = batch.events();
        for (ConsumerRecord<byte[], byte[]> record : stretch.records()) {
            Judgement judgement = RecordJudge.judge(record, epoch);
            if (judgement instanceof Judgement.Newer newer) {
                waiting.add(new Waiting(stretch.partition(), record.offset(), newer.schema()));
                to = record.offset();
                break;
            }
            switch (judgement) {
                case Judgement.Usable usable -> events.add(usable.event());
                case Judgement.Unusable unusable -> dead.add(new DeadRecord(record, unusable.reason()));
                case Judgement.Newer handled -> throw new IllegalStateException("left the loop above");
            }
        }
        if (to > stretch.from()) {
            batch.spans().add(new Batch.Span(stretch.partition(), stretch.from(), to));
        }
    }
}
