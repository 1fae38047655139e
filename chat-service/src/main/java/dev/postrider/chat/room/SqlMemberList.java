package dev.postrider.chat.room;

import dev.postrider.chat.database.Database;
import dev.postrider.contracts.frame.Event.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in a room, and who is banned from it. */
@ApplicationScoped
class SqlMemberList {
    private static final String RANK = "FIELD(role, 'owner', 'admin', 'member', 'reader')";
    private static final String IN_ROLE = " FROM room_member WHERE room = ? AND present AND (? = '' OR role = ?)";
    private static final String COUNT = "SELECT COUNT(*) AS members" + IN_ROLE;
    private static final String MEMBERS = "SELECT user_id, role, joined_at" + IN_ROLE + " AND (" + RANK
            + ", joined_at, user_id) > (?, ?, ?) ORDER BY " + RANK + ", joined_at, user_id LIMIT ?";
    private static final String BANS =
            "SELECT user_id FROM room_member WHERE room = ? AND banned AND user_id > ? ORDER BY user_id LIMIT ?";

    private final Database database;

    SqlMemberList(Database database) {
        this.database = database;
    }

    Uni<Integer> count(String room, Role.@Nullable Name role) {
        String name = nameOf(role);
        return database.look(COUNT, room, name, name)
                .map(rows -> rows.getFirst().getInteger("members"));
    }

    /** The highest roles first, then who has been there longest; behind that place. */
    Uni<List<Seated>> members(String room, Role.@Nullable Name role, Optional<Seated> after, int max) {
        String name = nameOf(role);
        List<Object> values = new ArrayList<>(List.of(room, name, name));
        values.addAll(after.<List<Object>>map(
                        one -> List.of(one.rank(), one.joinedAt().toEpochMilli(), one.user()))
                .orElse(List.of(0, 0L, "")));
        values.add(max);
        return database.look(MEMBERS, values.toArray())
                .map(rows -> rows.stream().map(SqlMemberList::seated).toList());
    }

    /** Those who are banned, behind that one. */
    Uni<List<String>> bans(String room, String after, int max) {
        return database.look(BANS, room, after, max)
                .map(rows -> rows.stream().map(row -> row.getString("user_id")).toList());
    }

    private static Seated seated(Row row) {
        return new Seated(
                row.getString("user_id"),
                Role.Name.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("joined_at")));
    }

    private static String nameOf(Role.@Nullable Name role) {
        return role == null ? "" : role.name();
    }
}
