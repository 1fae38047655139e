package dev.postrider.history.ingest;

import dev.postrider.base.KafkaSettings;
import dev.postrider.history.HistoryConfig;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.WakeupException;

/** Another history node's ingest: the production loop on a thread of its own, in the same group, on the same tables. */
final class SecondNode implements AutoCloseable {
    private final PartitionTable table = new PartitionTable();
    private final AtomicInteger partitions = new AtomicInteger();
    private final LogConsumer consumer;
    private final IngestLoop loop;
    private final Thread thread;
    private volatile boolean stopping;

    private SecondNode(KafkaSettings kafka, HistoryConfig config, IngestLoop.Storage storage) {
        consumer = new LogConsumer(kafka, config.ingest(), table);
        loop = new IngestLoop(consumer, table, config.ingest(), storage, () -> stopping);
        thread = Thread.ofPlatform().name("second-ingest").start(this::run);
    }

    /** Starts such nodes. */
    @Singleton
    static final class Factory {
        private final KafkaSettings kafka;
        private final HistoryConfig config;
        private final Ingest.Parts parts;

        Factory(KafkaSettings kafka, HistoryConfig config, Ingest.Parts parts) {
            this.kafka = kafka;
            this.config = config;
            this.parts = parts;
        }

        SecondNode start() {
            return new SecondNode(kafka, config, parts.storage);
        }
    }

    /** How many partitions it has been given. */
    int partitions() {
        return partitions.get();
    }

    private void run() {
        try (consumer) {
            while (!stopping) {
                loop.step();
                partitions.set(consumer.assigned());
            }
        } catch (WakeupException | InterruptedException asked) {
            stopping = true;
        }
    }

    @Override
    public void close() {
        stopping = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
