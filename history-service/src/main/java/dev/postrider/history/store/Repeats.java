package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
    private static final String LOWEST = "SELECT h.conversation, h.sender, h.id, h.position FROM " + Given.IDENTITIES
            + " STRAIGHT_JOIN holder h ON h.conversation = k.conversation AND h.sender = k.sender AND h.id = k.id";
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
        return connection
                .preparedQuery(LOWEST)
                .execute(Given.tuple(identities, one -> List.of(one.conversation(), one.sender(), one.id())))
                .map(Repeats::positions);
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
