package dev.postrider.history.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Brings the tables to this version on a thread of its own, trying until the database is there. */
@ApplicationScoped
public class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Flyway flyway;
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean told;

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Whether the tables are as this version needs them. */
    public boolean done() {
        return done.getCount() == 0;
    }

    /** Waits for that, if need be for ever. Blocks: for threads of one's own only. */
    public void await() throws InterruptedException {
        done.await();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofPlatform().name("migration").daemon(true).start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
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
            flyway.migrate();
            done.countDown();
            return true;
        } catch (FlywayException away) {
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
