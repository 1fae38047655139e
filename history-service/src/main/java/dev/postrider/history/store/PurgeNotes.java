package dev.postrider.history.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Notes, made by {@link Deletions}, of conversations whose page in Redis may still show a deleted text. */
@ApplicationScoped
public class PurgeNotes {
    private static final String READ = "SELECT conversation FROM page_purge ORDER BY conversation LIMIT 1000";
    private static final String DONE = "DELETE FROM page_purge WHERE conversation = ? AND position <= ?";

    private final Database database;

    PurgeNotes(Database database) {
        this.database = database;
    }

    public Uni<List<String>> read() {
        return database.read(connection -> connection.query(READ).execute().map(rows -> {
            List<String> conversations = new ArrayList<>();
            rows.forEach(row -> conversations.add(row.getString("conversation")));
            return conversations;
        }));
    }

    /** The page kept was read with everything up to {@code asOf}: deletions of targets up to there are in it. */
    public Uni<Void> done(String conversation, long asOf) {
        return database.write(connection -> connection
                .preparedQuery(DONE)
                .execute(Tuple.of(conversation, asOf))
                .replaceWithVoid());
    }
}
