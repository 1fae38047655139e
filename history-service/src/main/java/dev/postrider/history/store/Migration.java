package dev.postrider.history.store;

import dev.postrider.base.database.TableMigration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/** Brings the tables to this version, from the start on, until the database is there. */
@ApplicationScoped
public class Migration {
    private final TableMigration tables;

    Migration(Flyway flyway) {
        this.tables = new TableMigration(flyway::migrate);
    }

    /** Whether the tables are as this version needs them. */
    public boolean done() {
        return tables.done();
    }

    /** Waits for that, if need be for ever. Blocks: for threads of one's own only. */
    public void await() throws InterruptedException {
        tables.await();
    }

    void onStart(@Observes StartupEvent event) {
        tables.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        tables.stop();
    }
}
