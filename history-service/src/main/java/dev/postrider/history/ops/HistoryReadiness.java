package dev.postrider.history.ops;

import dev.postrider.history.ingest.Ingest;
import dev.postrider.history.store.Migration;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the tables are as this version needs them and the topics as declared. Never unready again: with the
 * database away the newest pages are still served, and ingest takes up again by itself.
 */
@Readiness
@ApplicationScoped
public class HistoryReadiness implements HealthCheck {
    private final Migration migration;
    private final Ingest ingest;

    HistoryReadiness(Migration migration, Ingest ingest) {
        this.migration = migration;
        this.ingest = ingest;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("history")
                .status(migration.done() && ingest.topicsSound())
                .withData("tablesReady", migration.done())
                .withData("topicsSound", ingest.topicsSound())
                .build();
    }
}
