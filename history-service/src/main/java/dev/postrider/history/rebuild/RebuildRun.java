package dev.postrider.history.rebuild;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.ingest.LogReplay;
import dev.postrider.history.rebuild.RebuildState.Compared;
import dev.postrider.history.rebuild.RebuildState.Step;
import dev.postrider.history.store.Batch;
import dev.postrider.history.store.BatchWriter;
import dev.postrider.history.store.Progress;
import dev.postrider.history.store.ShadowStore;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One rebuild, on a thread that may wait.
 *
 * <ul>
 *   <li>The shadow tables are written by this run alone and never read by others; until the swap nothing is changed.
 *   <li>It reads up to the live progress and never beyond, again and again, until little is left. Then a hold keeps
 *       ingest from storing (live delivery and reading go on), the rest is read, and both sides stand at one progress.
 *   <li>The swap carries rows and progress together: a consumer whose batch no longer fits finds that out by its
 *       compare-and-set and goes on from the stored progress. So even a hold that ran out loses and doubles nothing.
 *   <li>Whoever dies before the swap leaves the live tables as they were, and a hold that ends by itself.
 * </ul>
 */
final class RebuildRun {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final long LITTLE = 5_000;
    private static final int FINISHES_MAX = 5;

    private final TableSet tables;
    private final LogReplay log;
    private final Progress live;
    private final ShadowStore shadow;
    private final Duration holdMax;
    private final Consumer<RebuildState> told;
    private final long begun = System.nanoTime();
    private long read;
    private long of;
    private Step step = Step.READING;

    RebuildRun(
            TableSet tables,
            LogReplay log,
            Progress live,
            ShadowStore shadow,
            Duration holdMax,
            Consumer<RebuildState> told) {
        this.tables = tables;
        this.log = log;
        this.live = live;
        this.shadow = shadow;
        this.holdMax = holdMax;
        this.told = told;
    }

    /** @param topicId of the log as the brokers know it */
    RebuildState.Done run(String topicId) throws SQLException, InterruptedException {
        Progress.Stand first = within(live.stand());
        refuseUnlessWhole(first, topicId);
        prepare(topicId);
        LogVector target = first.vector();
        do {
            replay(target);
            target = within(live.stand()).vector();
        } while (count(target) - read > LITTLE);
        return finish();
    }

    private void refuseUnlessWhole(Progress.Stand stand, String topicId) {
        if (!stand.topicId().equals(topicId)) {
            throw new RebuildRefusedException("the log is not the one that the tables tell of");
        }
        if (stand.vector().epoch() > 0) {
            throw new RebuildRefusedException("records of earlier epochs stand in the tables, but not in this log");
        }
        List<Integer> cut = log.withoutBeginning();
        if (!cut.isEmpty()) {
            throw new RebuildRefusedException("the log does not reach back to its first record: partitions=" + cut);
        }
    }

    private void prepare(String topicId) throws SQLException, InterruptedException {
        tables.createShadow();
        String schema = within(shadow.schema());
        if (!schema.equals(tables.shadow())) {
            throw new RebuildRefusedException("the datasource \"rebuild\" writes to " + schema + " instead of "
                    + tables.shadow() + ": see quarkus.datasource.rebuild.reactive.url");
        }
        within(shadow.progress().prepared(topicId));
    }

    private RebuildState.Done finish() throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < FINISHES_MAX; attempt++) {
            long held = System.nanoTime();
            tables.hold(holdMax);
            try {
                step = Step.FINISHING;
                replay(within(live.stand()).vector());
                List<Compared> compared = compare();
                if (stillEqual()) {
                    tell(Step.SWAPPING);
                    tables.swap();
                    return new RebuildState.Done(read, millisSince(begun), millisSince(held), compared);
                }
            } catch (SQLException | RuntimeException failed) {
                tables.release();
                throw failed;
            }
        }
        throw new RebuildRefusedException(
                "the hold ran out before the tables were compared; raise history.rebuild.hold-max");
    }

    /** False where the hold ran out and ingest went on. */
    private boolean stillEqual() throws SQLException, InterruptedException {
        if (!tables.alike()) {
            throw new RebuildRefusedException("the tables were migrated meanwhile: run it again");
        }
        tables.hold(holdMax);
        return within(live.stand())
                .vector()
                .equals(within(shadow.progress().stand()).vector());
    }

    private List<Compared> compare() throws SQLException {
        List<Compared> compared = new ArrayList<>();
        for (String table : tables.told()) {
            tell(Step.COMPARING);
            tables.hold(holdMax);
            Checksum.Sum before = tables.checksumOfLive(table);
            Checksum.Sum after = tables.checksumOfShadow(table);
            compared.add(new Compared(table, before, after, before.equals(after)));
        }
        return compared;
    }

    private void replay(LogVector target) throws InterruptedException {
        of = count(target);
        tell(step);
        log.upTo(target, this::store);
    }

    private void store(Batch batch) throws InterruptedException {
        BatchWriter.Outcome outcome = within(shadow.writer().write(batch));
        if (!(outcome instanceof BatchWriter.Outcome.Stored)) {
            throw new RebuildRefusedException("somebody else fills the shadow tables");
        }
        batch.spans().forEach(span -> read += span.to() - span.from());
        tell(step);
    }

    private void tell(Step now) {
        step = now;
        long millis = Math.max(1, millisSince(begun));
        told.accept(new RebuildState.Running(now, read, of, read * 1_000 / millis));
    }

    private static long count(LogVector vector) {
        long count = 0;
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            count += vector.next(partition);
        }
        return count;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static <T> T within(Uni<T> work) throws InterruptedException {
        try {
            return work.subscribeAsCompletionStage().get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the database refused: " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the database did not answer", late);
        }
    }
}
