package dev.postrider.chat.ops;

import dev.postrider.base.database.TableMigration;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;

/** Brings the tables to this version beside everything else: messages flow without a database. */
@ApplicationScoped
class Migration {
    private final TableMigration tables;

    Migration(@FlywayDataSource("flyway") Flyway flyway) {
        this.tables = new TableMigration(flyway::migrate);
    }

    void onStart(@Observes StartupEvent event) {
        tables.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        tables.stop();
    }
}
