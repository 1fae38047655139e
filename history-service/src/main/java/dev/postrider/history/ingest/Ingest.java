package dev.postrider.history.ingest;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.topic.TopicCheck;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.store.BatchWriter;
import dev.postrider.history.store.Migration;
import dev.postrider.history.store.Progress;
import dev.postrider.history.store.StoredListener;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the ingest on a thread of its own from start to end of this process; begins anew after whatever broke it. */
@ApplicationScoped
public class Ingest {
    private static final Logger LOG = Logger.getLogger(Ingest.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long STOP_MILLIS_MAX = 5_000;
    private static final long PREPARE_SECONDS_MAX = 30;

    private final KafkaSettings kafka;
    private final HistoryConfig.Ingest config;
    private final TopicCheck topics;
    private final Migration migration;
    private final IngestLoop.Storage storage;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ingest");
    private volatile @Nullable LogConsumer open;
    private volatile boolean topicsSound;

    Ingest(KafkaSettings kafka, HistoryConfig config, TopicCheck topics, Migration migration, Parts parts) {
        this.kafka = kafka;
        this.config = config.ingest();
        this.topics = topics;
        this.migration = migration;
        this.storage = parts.storage;
    }

    /** What the loop works with. */
    @Singleton
    static class Parts {
        final IngestLoop.Storage storage;

        Parts(
                Progress progress,
                BatchWriter writer,
                DeadLetters dead,
                LogIdentity identity,
                IngestMetrics metrics,
                @All List<StoredListener> listeners) {
            storage = new IngestLoop.Storage(progress, writer, dead, identity, metrics, listeners);
        }
    }

    /** Whether the topics were found as declared. */
    public boolean topicsSound() {
        return topicsSound;
    }

    void onStart(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        LogConsumer consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        } else {
            thread.interrupt();
        }
        thread.join(STOP_MILLIS_MAX);
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    private void run() {
        try {
            topics.await(Topics.LOG, Topics.DEAD);
            topicsSound = true;
            migration.await();
            while (config.enabled() && !stopping()) {
                session();
            }
        } catch (InterruptedException asked) {
            LOG.debug("The ingest was asked to stop.");
        }
    }

    private void session() throws InterruptedException {
        PartitionTable table = new PartitionTable();
        try {
            storage.progress()
                    .prepared(storage.identity().topicId())
                    .subscribeAsCompletionStage()
                    .get(PREPARE_SECONDS_MAX, TimeUnit.SECONDS);
            try (LogConsumer consumer = new LogConsumer(kafka, config, table)) {
                open = consumer;
                IngestLoop loop = new IngestLoop(consumer, table, config, storage, this::stopping);
                while (!stopping()) {
                    loop.step();
                }
            } finally {
                open = null;
            }
        } catch (WakeupException | InterruptException asked) {
            LOG.debug("The ingest was asked to stop.");
        } catch (KafkaException | ExecutionException | TimeoutException broken) {
            LOG.warnf("The ingest begins anew: %s", broken.getMessage());
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
