package dev.postrider.chat.room;

import dev.postrider.chat.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rooms that anybody may find: public ones that are not archived, which are those with a public name. */
@ApplicationScoped
class SqlRoomList {
    private static final String ROOMS = "SELECT r.*, m.user_id, m.present, m.banned, m.role, m.joined_at FROM room r"
            + " LEFT JOIN room_member m ON m.room = r.room AND m.user_id = ? WHERE r.public_name > ?";
    private static final String NAMED =
            " AND (r.public_name LIKE LOWER(?) ESCAPE '!' OR LOWER(r.topic) LIKE LOWER(?) ESCAPE '!')";
    private static final String IN_ORDER = " ORDER BY r.public_name LIMIT ?";

    private final Database database;

    SqlRoomList(Database database) {
        this.database = database;
    }

    /** A room, and its place in the list, which is in the order of names. */
    record Listed(RoomFacts room, String place) {}

    /**
     * @param query what name or topic must contain, without case; null for all
     * @param after the place behind which to begin; empty for the beginning
     */
    Uni<List<Listed>> page(String user, @Nullable String query, String after, int max) {
        List<Object> values = new ArrayList<>(List.of(user, after));
        if (query != null) {
            values.addAll(List.of(containing(query), containing(query)));
        }
        values.add(max);
        return database.look(ROOMS + (query == null ? "" : NAMED) + IN_ORDER, values.toArray())
                .map(rows -> rows.stream().map(SqlRoomList::listed).toList());
    }

    private static Listed listed(Row row) {
        List<Row> people = row.getString("user_id") == null ? List.of() : List.of(row);
        return new Listed(SqlRoomReader.facts(row, people, Optional.empty()), row.getString("public_name"));
    }

    /** A pattern in which every character of the text stands for itself. */
    static String containing(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
