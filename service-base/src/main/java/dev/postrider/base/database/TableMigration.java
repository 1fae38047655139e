package dev.postrider.base.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Brings a service's tables to its version on a thread of its own, trying each second until the database is there. */
public final class TableMigration {
    private static final Logger LOG = Logger.getLogger(TableMigration.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Runnable migrate;
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean told;

    /** @param migrate does it, blocking; throws where it could not and must be tried again */
    public TableMigration(Runnable migrate) {
        this.migrate = migrate;
    }

    /** Begins; returns at once. */
    public void start() {
        Thread.ofPlatform().name("migration").daemon(true).start(this::run);
    }

    /** Tries no further. */
    public void stop() {
        stopped.countDown();
    }

    /** Whether the tables are as this version needs them. */
    public boolean done() {
        return done.getCount() == 0;
    }

    /** Waits for that, if need be for ever. Blocks: for threads of one's own only. */
    public void await() throws InterruptedException {
        done.await();
    }

    private void run() {
        try {
            while (!migrated() && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The database will be tried again.");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean migrated() {
        try {
            migrate.run();
            done.countDown();
            return true;
        } catch (RuntimeException away) {
            Logger.Level level = told ? Logger.Level.DEBUG : Logger.Level.WARN;
            LOG.logf(level, "The tables cannot be brought up to date yet, trying on: %s", firstLine(away));
            told = true;
            return false;
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
