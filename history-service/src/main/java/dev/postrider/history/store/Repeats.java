package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the lowest position of every id. */
@ApplicationScoped
public class Repeats {
    private static final String INSERT = "INSERT INTO holder (conversation, sender, id, position, type, at)";
    private static final Map<Class<?>, String> TYPES = FrameTypes.events().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** The event's name on the wire. */
    static String type(Event event) {
        return TYPES.getOrDefault(event.getClass(), "");
    }

    /** The positions held; or nothing where all ids are new: usually one statement, whose row count tells that. */
    Uni<Map<Identity, Long>> hold(SqlConnection connection, List<LogEvent> all) {
        MultiRow holders = new MultiRow(INSERT, 6, "position = position");
        List<Identity> identities = new ArrayList<>();
        for (LogEvent one : all) {
            Identity identity = one.identity();
            if (identity != null) {
                identities.add(identity);
                holders.row(
                        identity.conversation(),
                        identity.sender(),
                        identity.id(),
                        one.event().position(),
                        type(one.event()),
                        one.event().at().toEpochMilli());
            }
        }
        return holders.write(connection)
                .chain(inserted -> inserted == identities.size()
                        ? Uni.createFrom().item(Map.of())
                        : lowest(connection, identities));
    }

    private static Uni<Map<Identity, Long>> lowest(SqlConnection connection, List<Identity> identities) {
        String sql = "SELECT conversation, sender, id, position FROM holder WHERE "
                + Sql.anyOf(identities.size(), "(conversation = ? AND sender = ? AND id = ?)");
        List<Object> values = new ArrayList<>(3 * identities.size());
        identities.forEach(one -> values.addAll(List.of(one.conversation(), one.sender(), one.id())));
        return connection.preparedQuery(sql).execute(Tuple.from(values)).map(Repeats::positions);
    }

    private static Map<Identity, Long> positions(RowSet<Row> rows) {
        Map<Identity, Long> positions = new HashMap<>();
        for (Row row : rows) {
            positions.put(
                    new Identity(row.getString("conversation"), row.getString("sender"), row.getString("id")),
                    row.getLong("position"));
        }
        return positions;
    }
}
