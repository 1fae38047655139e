package dev.postrider.history.internal;

import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who holds an id, and whose message stands where. */
@ApplicationScoped
public class HolderReader {
    private static final String HOLDERS = "SELECT conversation, sender, id, position, type, at FROM holder WHERE ";
    private static final String ONE = "(conversation = ? AND sender = ? AND id = ?)";
    private static final String TARGET =
            "SELECT conversation, position, sender, id, type, deleted_at IS NOT NULL AS gone"
                    + " FROM entry WHERE conversation = ? AND position = ?";

    private final Database database;

    HolderReader(Database database) {
        this.database = database;
    }

    /** The holders of those that have one. */
    Uni<Map<Identity, Holder>> holders(List<Identity> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Object> values = new ArrayList<>(3 * ids.size());
        ids.forEach(one -> values.addAll(List.of(one.conversation(), one.sender(), one.id())));
        return database.look(HOLDERS + Sql.anyOf(ids.size(), ONE), Tuple.from(values))
                .map(HolderReader::byIdentity);
    }

    private static Map<Identity, Holder> byIdentity(RowSet<Row> rows) {
        Map<Identity, Holder> holders = new HashMap<>();
        rows.forEach(row -> holders.put(
                new Identity(row.getString("conversation"), row.getString("sender"), row.getString("id")),
                new Holder(row.getLong("position"), row.getString("type"), Instant.ofEpochMilli(row.getLong("at")))));
        return holders;
    }

    /** The message, or system line, at that position. */
    Uni<Optional<Target>> target(String conversation, long position) {
        return database.look(TARGET, Tuple.of(conversation, position))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(HolderReader::target));
    }

    private static Target target(Row row) {
        return new Target(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("sender"),
                Optional.ofNullable(row.getString("id")).orElse(""),
                row.getString("type"),
                row.getInteger("gone") != 0);
    }
}
