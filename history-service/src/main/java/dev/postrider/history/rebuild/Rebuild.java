package dev.postrider.history.rebuild;

import dev.postrider.base.KafkaSettings;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.ingest.LogIdentity;
import dev.postrider.history.ingest.LogReplay;
import dev.postrider.history.store.Migration;
import dev.postrider.history.store.Progress;
import dev.postrider.history.store.ShadowStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs at most one rebuild of this process at a time, on a thread of its own, and tells how far it is. Thread-safe. */
@ApplicationScoped
public class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final DataSource database;
    private final Sources sources;
    private final Migration migration;
    private final HistoryConfig.Rebuild config;
    private volatile RebuildState state = new RebuildState.Idle();
    private @Nullable Thread thread;

    Rebuild(DataSource database, Sources sources, Migration migration, HistoryConfig config) {
        this.database = database;
        this.sources = sources;
        this.migration = migration;
        this.config = config.rebuild();
    }

    /** What it reads, and where to. */
    @Singleton
    record Sources(KafkaSettings kafka, LogIdentity identity, Progress live, ShadowStore shadow) {}

    public RebuildState state() {
        return state;
    }

    /** Begins one, unless one of this process is under way. */
    synchronized void begin() {
        boolean underWay = thread != null && state instanceof RebuildState.Running;
        if (!underWay) {
            state = new RebuildState.Running(RebuildState.Step.READING, 0, 0, 0);
            thread = Thread.ofPlatform().name("rebuild").daemon(true).start(this::run);
        }
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().name("rebuild-leftovers").daemon(true).start(this::dropLeftovers);
    }

    synchronized void onStop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** The end is told last of all, when the lock is free for the next one. */
    private void run() {
        state = outcome();
    }

    private RebuildState outcome() {
        RebuildState.@Nullable Done done = null;
        try (TableSet tables = TableSet.locked(database);
                LogReplay log = new LogReplay(sources.kafka, config.batchRecordsMax())) {
            done = rebuilt(tables, log);
            LOG.infof(
                    "The tables were rebuilt: records=%d, millis=%d, held=%d",
                    done.read(), done.millis(), done.heldMillis());
            return done;
        } catch (SQLException | RuntimeException | InterruptedException failure) {
            return done == null ? failed(failure) : done;
        }
    }

    private RebuildState.Done rebuilt(TableSet tables, LogReplay log) throws SQLException, InterruptedException {
        try {
            return new RebuildRun(tables, log, sources.live, sources.shadow, config.holdMax(), this::tell)
                    .run(sources.identity.topicId());
        } finally {
            drop(tables);
        }
    }

    private static void drop(TableSet tables) {
        try {
            tables.dropShadow();
        } catch (SQLException away) {
            LOG.warnf("Tables of a rebuild are left, and dropped at the next start: %s", away.getMessage());
        }
    }

    private void tell(RebuildState now) {
        state = now;
    }

    private RebuildState.Failed failed(Exception failure) {
        boolean unknown = state instanceof RebuildState.Running now && now.step() == RebuildState.Step.SWAPPING;
        String swapped = unknown ? "either all tables are swapped or none" : "nothing is swapped";
        LOG.warnf("The rebuild ended, %s: %s", swapped, failure.toString());
        return new RebuildState.Failed(failure.getMessage() + "; " + swapped);
    }

    /** What a process that died left behind may hold texts that were deleted since. */
    private void dropLeftovers() {
        try {
            migration.await();
            try (TableSet tables = TableSet.locked(database)) {
                tables.dropShadow();
            }
        } catch (RebuildRefusedException another) {
            LOG.debug("Another node rebuilds the tables.");
        } catch (SQLException away) {
            LOG.warnf("Tables left by a rebuild could not be looked for: %s", away.getMessage());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
