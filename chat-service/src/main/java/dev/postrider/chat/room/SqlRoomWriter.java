package dev.postrider.chat.room;

import static dev.postrider.chat.database.Database.change;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.RoomChange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was decided about a room, as rows; each call is part of a transaction that holds the room's lock. */
final class SqlRoomWriter {
    private static final String FOUND = "INSERT INTO room (room, name, public_name, topic, visibility, archived,"
            + " settings, created_at, change_number) VALUES (?, '', NULL, '', 'private', FALSE, '{}', ?, 0)";
    private static final String NUMBER = "UPDATE room SET change_number = ?, members = members + ? WHERE room = ?";
    private static final String JOINED =
            "INSERT INTO room_member" + " (room, user_id, present, banned, role, joined_at, joined_by, since) VALUES ";
    private static final String ONE_JOINED = "(?, ?, TRUE, FALSE, ?, ?, ?, NULL)";
    private static final String JOINED_AGAIN = " ON DUPLICATE KEY UPDATE present = TRUE, banned = FALSE,"
            + " role = VALUES(role), joined_at = VALUES(joined_at), joined_by = VALUES(joined_by), since = NULL";
    private static final String LEFT = "UPDATE room_member SET present = FALSE WHERE room = ? AND user_id = ?";
    private static final String ROLE = "UPDATE room_member SET role = ? WHERE room = ? AND user_id = ?";
    private static final String BAN = "INSERT INTO room_member"
            + " (room, user_id, present, banned, role, joined_at, joined_by, since)"
            + " VALUES (?, ?, FALSE, TRUE, 'member', 0, 0, NULL) ON DUPLICATE KEY UPDATE banned = TRUE";
    private static final String UNBAN = "UPDATE room_member SET banned = FALSE WHERE room = ? AND user_id = ?";
    /** The row stays, for what stands in the log under its id; nobody is to be found in it, nor it by anybody. */
    private static final String ENDED = "UPDATE room SET name = '', topic = '', public_name = NULL,"
            + " visibility = 'private', archived = TRUE, members = 0 WHERE room = ?";

    private static final String INVITES = "DELETE FROM room_invite WHERE room = ?";
    /** By way of those who are or were in it: drafts are found by person. */
    private static final String DRAFTS = "DELETE d FROM room_member m JOIN draft d ON d.user_id = m.user_id"
            + " AND d.conversation = ? WHERE m.room = ?";

    private static final String DISMISS =
            "UPDATE room_member SET present = FALSE, left_by = ? WHERE room = ? AND present";
    private static final String OUTBOX =
            "INSERT INTO room_outbox (room, change_number, event, position, at) VALUES (?, ?, ?, NULL, ?)";
    /** Assignments are made from left to right, so this one, the last, sees the others. */
    private static final String PUBLIC_NAME =
            "public_name = IF(visibility = 'public' AND NOT archived, LOWER(name), NULL)";

    private SqlRoomWriter() {}

    static Uni<Void> found(SqlConnection connection, String room, List<Event> events, long nowMillis) {
        return change(connection, FOUND, room, nowMillis)
                .chain(() -> keep(connection, room, new Decision.Done(events, Map.of(), Map.of()), nowMillis));
    }

    static Uni<Void> keep(SqlConnection connection, String room, Decision.Done done, long nowMillis) {
        return each(done.events(), event -> keep(connection, room, event, nowMillis))
                .chain(() -> each(
                        List.copyOf(done.bans().entrySet()),
                        ban -> change(connection, ban.getValue() ? BAN : UNBAN, room, ban.getKey())
                                .replaceWithVoid()));
    }

    private static Uni<Void> keep(SqlConnection connection, String room, Event event, long nowMillis) {
        return row(connection, room, event, nowMillis)
                .chain(() -> change(connection, NUMBER, Decision.change(event), grown(event), room))
                .chain(() ->
                        change(connection, OUTBOX, room, Decision.change(event), SqlEvents.write(event), nowMillis))
                .replaceWithVoid();
    }

    /** Only who is no member joins, and only who is one leaves: decided under the room's lock. */
    private static int grown(Event event) {
        return switch (event) {
            case Event.Joined joined -> joined.users().size();
            case Event.Left left -> -1;
            default -> 0;
        };
    }

    private static Uni<Void> row(SqlConnection connection, String room, Event event, long nowMillis) {
        return switch (event) {
            case Event.Joined joined -> join(connection, room, joined, nowMillis);
            case Event.Left left -> change(connection, LEFT, room, left.user()).replaceWithVoid();
            case Event.Role role ->
                change(connection, ROLE, role.role().name(), room, role.user()).replaceWithVoid();
            case Event.Room changed
            when changed.changed().ends() ->
                change(connection, DISMISS, Decision.change(event), room)
                        .chain(() -> change(connection, ENDED, room))
                        .chain(() -> change(connection, INVITES, room))
                        .chain(() -> change(connection, DRAFTS, "room:" + room, room))
                        .replaceWithVoid();
            case Event.Room changed -> set(connection, room, changed.changed());
            default -> throw new IllegalArgumentException("no change of a room");
        };
    }

    private static Uni<Void> join(SqlConnection connection, String room, Event.Joined joined, long nowMillis) {
        List<Object> values = new ArrayList<>();
        long number = Decision.change(joined);
        joined.users()
                .forEach(user ->
                        values.addAll(Arrays.asList(room, user, joined.role().name(), nowMillis, number)));
        String rows = String.join(",", Collections.nCopies(joined.users().size(), ONE_JOINED));
        return change(connection, JOINED + rows + JOINED_AGAIN, values.toArray())
                .replaceWithVoid();
    }

    private static Uni<Void> set(SqlConnection connection, String room, RoomChange changed) {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(columns, values, "name", changed.name());
        add(columns, values, "topic", changed.topic());
        add(columns, values, "visibility", changed.visibility() == null ? null : RoomWords.of(changed.visibility()));
        add(columns, values, "archived", changed.archived());
        add(columns, values, "settings", changed.settings() == null ? null : RoomWords.of(changed.settings()));
        columns.add(PUBLIC_NAME);
        values.add(room);
        String sets = String.join(", ", columns);
        return change(connection, "UPDATE room SET " + sets + " WHERE room = ?", values.toArray())
                .replaceWithVoid();
    }

    private static void add(List<String> columns, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            columns.add(column + " = ?");
            values.add(value);
        }
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> one) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(item -> one.apply(item))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
