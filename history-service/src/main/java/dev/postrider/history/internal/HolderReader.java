package dev.postrider.history.internal;

import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.history.store.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Who holds an id, and whose message stands where. */
@ApplicationScoped
public class HolderReader {
    private static final String HOLDER =
            "SELECT position, type, at FROM holder WHERE conversation = ? AND sender = ? AND id = ?";
    private static final String TARGET =
            "SELECT conversation, position, sender, id, type, deleted_at IS NOT NULL AS gone"
                    + " FROM entry WHERE conversation = ? AND position = ?";

    private final Database database;

    HolderReader(Database database) {
        this.database = database;
    }

    Uni<Optional<Holder>> holder(String conversation, String from, String id) {
        return one(
                HOLDER,
                Tuple.of(conversation, from, id),
                row -> new Holder(
                        row.getLong("position"), row.getString("type"), Instant.ofEpochMilli(row.getLong("at"))));
    }

    /** The message, or system line, at that position. */
    Uni<Optional<Target>> target(String conversation, long position) {
        return one(
                TARGET,
                Tuple.of(conversation, position),
                row -> new Target(
                        row.getString("conversation"),
                        row.getLong("position"),
                        row.getString("sender"),
                        Optional.ofNullable(row.getString("id")).orElse(""),
                        row.getString("type"),
                        row.getInteger("gone") != 0));
    }

    private <T> Uni<Optional<T>> one(String sql, Tuple values, Function<Row, T> read) {
        return database.look(sql, values)
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(read.apply(rows.iterator().next()))
                        : Optional.empty());
    }
}
