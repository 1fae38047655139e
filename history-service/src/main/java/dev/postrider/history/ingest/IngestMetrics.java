package dev.postrider.history.ingest;

import dev.postrider.base.trace.Kind;
import dev.postrider.base.trace.Step;
import dev.postrider.base.trace.Tracing;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.store.Batch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What ingest shows. Partitions stopped above zero is an alarm; partitions waiting ask for an upgrade of this node. */
@ApplicationScoped
public class IngestMetrics {
    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong assigned = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final DistributionSummary batchRecords;
    private final Timer batchTime;
    private final Counter dead;
    private final Counter retries;
    private final Counter overtaken;
    private final Tracing tracing;

    IngestMetrics(MeterRegistry registry, Tracing tracing) {
        this.tracing = tracing;
        String topic = Topics.LOG.topicName();
        Gauge.builder("postrider.history.ingest.lag", lag, AtomicLong::get)
                .tag("topic", topic)
                .description("records of this node's partitions not stored yet")
                .register(registry);
        Gauge.builder("postrider.history.partitions.assigned", assigned, AtomicLong::get)
                .register(registry);
        Gauge.builder("postrider.history.partitions.stopped", stopped, AtomicLong::get)
                .description("stopped for good: another topic, or ends that do not fit the progress")
                .register(registry);
        Gauge.builder("postrider.history.partitions.waiting", waiting, AtomicLong::get)
                .description("at a record of a newer schema")
                .register(registry);
        batchRecords = DistributionSummary.builder("postrider.history.ingest.batch.records")
                .register(registry);
        batchTime = Timer.builder("postrider.history.ingest.batch.time").register(registry);
        dead = Counter.builder("postrider.history.ingest.dead")
                .tag("topic", topic)
                .register(registry);
        retries = Counter.builder("postrider.history.ingest.retries").register(registry);
        overtaken = Counter.builder("postrider.history.ingest.overtaken").register(registry);
    }

    /** Steps of those messages in there that are followed; end them when they are stored. */
    List<Step> followed(List<Intake.Stretch> stretches) {
        if (!tracing.on()) {
            return List.of();
        }
        return stretches.stream()
                .flatMap(stretch -> stretch.records().stream())
                .map(this::followed)
                .filter(Step::followed)
                .toList();
    }

    private Step followed(ConsumerRecord<byte[], byte[]> record) {
        Header parent = record.headers().lastHeader(Tracing.HEADER);
        return parent == null || parent.value() == null
                ? Step.NONE
                : tracing.after(new String(parent.value(), StandardCharsets.US_ASCII), "store", Kind.READS)
                        .with("messaging.destination.partition.id", record.partition())
                        .with("messaging.kafka.offset", record.offset());
    }

    void stored(Batch batch, Duration took) {
        batchRecords.record(batch.events().size());
        batchTime.record(took);
    }

    void dead() {
        dead.increment();
    }

    void retried() {
        retries.increment();
    }

    void overtaken() {
        overtaken.increment();
    }

    void show(PartitionTable table, int partitions, long recordsBehind) {
        lag.set(recordsBehind);
        assigned.set(partitions);
        stopped.set(table.stoppedCount());
        waiting.set(table.waitingCount());
    }
}
