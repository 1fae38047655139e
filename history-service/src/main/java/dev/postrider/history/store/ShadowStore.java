package dev.postrider.history.store;

import dev.postrider.history.HistoryConfig;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** The writers of ingest, the same classes, over the tables that a rebuild fills. */
@ApplicationScoped
public class ShadowStore {
    private static final String SCHEMA = "SELECT DATABASE() AS name";

    private final Database database;
    private final BatchWriter writer;
    private final Progress progress;

    ShadowStore(
            @ReactiveDataSource("rebuild") Pool pool,
            HistoryConfig config,
            Repeats repeats,
            Known known,
            ChangeWriter changes) {
        this.database = new Database(pool, config);
        this.writer = new BatchWriter(database, repeats, known, changes);
        this.progress = new Progress(database, config);
    }

    public BatchWriter writer() {
        return writer;
    }

    public Progress progress() {
        return progress;
    }

    /** The schema that these writers write to. */
    public Uni<String> schema() {
        return database.read(connection -> connection
                .query(SCHEMA)
                .execute()
                .map(rows -> rows.iterator().next().getString("name")));
    }
}
