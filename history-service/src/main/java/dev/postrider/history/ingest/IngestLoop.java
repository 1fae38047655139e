package dev.postrider.history.ingest;

import dev.postrider.base.trace.Step;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.store.Batch;
import dev.postrider.history.store.BatchWriter;
import dev.postrider.history.store.Progress;
import dev.postrider.history.store.StoredListener;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads, judges and stores, one batch at a time, on one thread that may wait.
 *
 * <ul>
 *   <li>A batch begins exactly at the stored progress and is stored with it, or not at all.
 *   <li>Where the database or chat.dead does not answer, the same is tried again for ever, with growing pauses; the
 *       membership in the group stays alive meanwhile.
 *   <li>After a rebalance or when overtaken, every partition goes back to the stored progress.
 * </ul>
 */
final class IngestLoop {
    private static final Logger LOG = Logger.getLogger(IngestLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration STAND_MAX = Duration.ofSeconds(5);

    private final LogConsumer consumer;
    private final PartitionTable table;
    private final HistoryConfig.Ingest config;
    private final Storage storage;
    private final BooleanSupplier stopping;
    private long lookedAt = System.nanoTime();
    private int epoch;

    IngestLoop(
            LogConsumer consumer,
            PartitionTable table,
            HistoryConfig.Ingest config,
            Storage storage,
            BooleanSupplier stopping) {
        this.consumer = consumer;
        this.table = table;
        this.config = config;
        this.storage = storage;
        this.stopping = stopping;
    }

    /** Where ingest writes to, and what it asks before. */
    record Storage(
            Progress progress,
            BatchWriter writer,
            DeadLetters dead,
            LogIdentity identity,
            IngestMetrics metrics,
            List<StoredListener> listeners) {}

    void step() throws InterruptedException {
        if (!table.unplaced().isEmpty() || due()) {
            place();
        }
        List<Intake.Stretch> stretches = consumer.poll(POLL);
        if (!stretches.isEmpty()) {
            take(stretches);
        }
        storage.metrics().show(table, consumer.assigned(), consumer.lag());
    }

    private void take(List<Intake.Stretch> stretches) throws InterruptedException {
        int generation = table.generation();
        Intake intake = Intake.of(epoch, stretches);
        for (Intake.DeadRecord one : intake.dead()) {
            if (forEver("chat.dead", generation, () -> storage.dead().send(one).replaceWith(true))
                    .isEmpty()) {
                table.unplaceAll();
                return;
            }
            storage.metrics().dead();
            LOG.warnf(
                    "A record went to chat.dead: partition=%d, offset=%d, reason=%s",
                    one.record().partition(), one.record().offset(), one.reason());
        }
        intake.waiting().forEach(this::await);
        if (!intake.batch().spans().isEmpty()) {
            List<Step> followed = storage.metrics().followed(stretches);
            if (store(intake.batch(), generation)) {
                followed.forEach(Step::end);
            }
        }
    }

    /**
     * Where much has piled up, in two transactions at once: the database has more than one processor. False where not all of
     * it was stored here.
     */
    private boolean store(Batch batch, int generation) throws InterruptedException {
        boolean much = batch.events().size() * 2 >= config.batchRecordsMax();
        List<Writing> begun = (much ? batch.halves() : List.of(batch))
                .stream().map(part -> new Writing(part, storage.writer())).toList();
        boolean lost = false;
        for (Writing one : begun) {
            Optional<BatchWriter.Outcome> outcome = forEver("the database", generation, one::attempt);
            lost |= outcome.isEmpty();
            if (outcome.isPresent()) {
                lost |= !stored(one, outcome.orElseThrow());
            }
        }
        if (lost) {
            table.unplaceAll();
        }
        return !lost;
    }

    /** A batch that is being written: begun with this, begun anew with every attempt after the first. */
    private static final class Writing {
        private final Batch batch;
        private final BatchWriter writer;
        private final long since = System.nanoTime();
        private @Nullable CompletionStage<BatchWriter.Outcome> first;

        Writing(Batch batch, BatchWriter writer) {
            this.batch = batch;
            this.writer = writer;
            this.first = writer.write(batch).subscribeAsCompletionStage();
        }

        Uni<BatchWriter.Outcome> attempt() {
            CompletionStage<BatchWriter.Outcome> begun = first;
            first = null;
            return begun == null ? writer.write(batch) : Uni.createFrom().completionStage(begun);
        }
    }

    /** False where the partitions must go back to the stored progress. */
    private boolean stored(Writing one, BatchWriter.Outcome outcome) {
        Batch batch = one.batch;
        return switch (outcome) {
            case BatchWriter.Outcome.Stored stored -> {
                batch.spans().forEach(span -> table.advance(span.partition(), span.to()));
                storage.metrics().stored(batch, Duration.ofNanos(System.nanoTime() - one.since));
                storage.listeners().forEach(listener -> listener.onStored(batch, stored));
                yield true;
            }
            case BatchWriter.Outcome.Overtaken overtaken -> {
                storage.metrics().overtaken();
                LOG.infof(
                        "Another node stored these records first, going back to the stored progress: batch=%s",
                        batch.spans());
                yield false;
            }
            case BatchWriter.Outcome.Held held -> {
                LOG.debug("A rebuild holds the tables.");
                idle(config.retryMin());
                yield false;
            }
        };
    }

    /** Empty where a rebalance or the end of this process made it pointless. */
    private <T> Optional<T> forEver(String what, int generation, Supplier<Uni<T>> attempt) throws InterruptedException {
        Duration pause = config.retryMin();
        while (!stopping.getAsBoolean() && generation == table.generation()) {
            try {
                return Optional.of(within(attempt.get(), config.batchTimeout()));
            } catch (ExecutionException | TimeoutException failure) {
                storage.metrics().retried();
                LOG.warnf("Ingest waits for %s, trying again in %s: %s", what, pause, reason(failure));
                showBehind();
                idle(pause);
                pause = pause.multipliedBy(2).compareTo(config.retryMax()) < 0
                        ? pause.multipliedBy(2)
                        : config.retryMax();
            }
        }
        return Optional.empty();
    }

    /** While a batch waits nothing is read, and what the consumer knows of the log's ends stands still. */
    private void showBehind() {
        consumer.behind().ifPresent(records -> storage.metrics().show(table, consumer.assigned(), records));
    }

    private void idle(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !stopping.getAsBoolean(); left = end - System.nanoTime()) {
            consumer.idle(Duration.ofNanos(left));
        }
    }

    /** Puts every partition where the stored progress says, if the log is still the one that this speaks of. */
    private void place() throws InterruptedException {
        lookedAt = System.nanoTime();
        Optional<Progress.Stand> stand = stand();
        if (stand.isEmpty()) {
            idle(config.retryMin());
            return;
        }
        epoch = stand.orElseThrow().vector().epoch();
        Set<Integer> unplaced = table.unplaced();
        Set<Integer> all = new java.util.TreeSet<>(table.placed());
        all.addAll(unplaced);
        PlacementRule rule = new PlacementRule(
                stand.orElseThrow(), storage.identity().topicId(), consumer.starts(all), consumer.ends(all));
        for (int partition : all) {
            long next =
                    unplaced.contains(partition) ? stand.orElseThrow().vector().next(partition) : table.next(partition);
            Optional<String> fault = rule.fault(partition, next);
            if (fault.isPresent()) {
                table.stop(partition, next, fault.orElseThrow());
            } else if (unplaced.contains(partition)) {
                table.place(partition, next);
                consumer.seek(partition, next);
            }
        }
        consumer.run();
    }

    private Optional<Progress.Stand> stand() throws InterruptedException {
        try {
            return Optional.of(within(storage.progress().stand(), STAND_MAX));
        } catch (ExecutionException | TimeoutException away) {
            storage.metrics().retried();
            LOG.warnf("Ingest waits for the stored progress: %s", reason(away));
            return Optional.empty();
        }
    }

    private void await(Intake.Waiting one) {
        LOG.errorf(
                "A record was written by a newer version, its partition waits for the upgrade of this one:"
                        + " partition=%d, offset=%d, schema=%d",
                one.partition(), one.offset(), one.schema());
        table.await(one.partition(), one.offset());
        consumer.seek(one.partition(), one.offset());
        consumer.run();
    }

    private boolean due() {
        return System.nanoTime() - lookedAt > config.guardEvery().toNanos();
    }

    private static <T> T within(Uni<T> work, Duration max)
            throws InterruptedException, ExecutionException, TimeoutException {
        return work.subscribeAsCompletionStage().get(max.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
