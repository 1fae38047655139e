package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.fold.MessageState;
import dev.postrider.history.fold.RoomState;
import dev.postrider.history.fold.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a batch must know of older messages and rooms before it can be folded. */
@ApplicationScoped
public class Known {
    private static final String MESSAGES =
            "SELECT e.conversation, e.position, e.sender, e.id, e.at, e.body, e.mentions, e.everyone, e.edits,"
                    + " e.deleted_at, e.deleted_by, e.deleted_position FROM " + Given.POSITIONS
                    + " STRAIGHT_JOIN entry e ON e.conversation = k.conversation AND e.position = k.position"
                    + " WHERE e.type = 'message'";
    private static final String TEXTS = "SELECT v.conversation, v.target, v.position, v.body, v.mentions, v.at FROM "
            + Given.POSITIONS + " STRAIGHT_JOIN version v ON v.conversation = k.conversation AND v.target = k.position";
    private static final String ROOMS = "SELECT c.conversation, c.room_state FROM " + Given.CONVERSATIONS
            + " STRAIGHT_JOIN conversation c ON c.conversation = k.conversation WHERE c.room_state IS NOT NULL";

    /** The stored messages that these events are about. */
    Uni<Map<MessageKey, MessageState>> messages(SqlConnection connection, List<LogEvent> events) {
        Set<MessageKey> wanted = events.stream()
                .map(one -> LogEvent.target(one.event()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(MESSAGES)
                .execute(keys(wanted))
                .chain(rows -> withTexts(connection, states(rows), edited(rows)));
    }

    /** The stored state of the rooms that these events change. */
    Uni<Map<String, RoomState>> rooms(SqlConnection connection, List<LogEvent> events) {
        List<String> wanted = events.stream()
                .map(LogEvent::event)
                .filter(Event.Room.class::isInstance)
                .map(Event::conversation)
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(ROOMS)
                .execute(Given.conversations(wanted))
                .map(rows -> {
                    Map<String, RoomState> rooms = new HashMap<>();
                    rows.forEach(row ->
                            rooms.put(row.getString("conversation"), RoomState.parse(row.getString("room_state"))));
                    return rooms;
                });
    }

    private static Uni<Map<MessageKey, MessageState>> withTexts(
            SqlConnection connection, Map<MessageKey, MessageState> states, Set<MessageKey> edited) {
        if (edited.isEmpty()) {
            return Uni.createFrom().item(states);
        }
        return connection.preparedQuery(TEXTS).execute(keys(edited)).map(rows -> replaceTexts(states, rows));
    }

    private static Map<MessageKey, MessageState> replaceTexts(Map<MessageKey, MessageState> states, RowSet<Row> rows) {
        Map<MessageKey, TreeMap<Long, Text>> texts = new HashMap<>();
        for (Row row : rows) {
            MessageKey key = new MessageKey(row.getString("conversation"), row.getLong("target"));
            texts.computeIfAbsent(key, any -> new TreeMap<>()).put(row.getLong("position"), text(row));
        }
        texts.forEach((key, all) -> states.computeIfPresent(
                key, (same, state) -> new MessageState(state.message(), all, state.deletion())));
        return states;
    }

    private static Set<MessageKey> edited(RowSet<Row> rows) {
        Set<MessageKey> edited = new HashSet<>();
        for (Row row : rows) {
            if (row.getInteger("edits") > 0) {
                edited.add(new MessageKey(row.getString("conversation"), row.getLong("position")));
            }
        }
        return edited;
    }

    private static Map<MessageKey, MessageState> states(RowSet<Row> rows) {
        Map<MessageKey, MessageState> states = new HashMap<>();
        for (Row row : rows) {
            MessageState state = state(row);
            states.put(state.key(), state);
        }
        return states;
    }

    private static MessageState state(Row row) {
        Event.Message message = new Event.Message(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("id"),
                row.getString("sender"),
                Objects.requireNonNullElse(row.getString("body"), ""),
                Instant.ofEpochMilli(row.getLong("at")),
                null,
                null,
                Sql.ids(row.getString("mentions")),
                Sql.everyone(row.getString("everyone")),
                null,
                null,
                null);
        Long deletedAt = row.getLong("deleted_at");
        if (deletedAt == null) {
            return MessageState.sent(message);
        }
        return new MessageState(
                message,
                new TreeMap<>(),
                new MessageState.Deletion(
                        row.getLong("deleted_position"), Instant.ofEpochMilli(deletedAt), row.getString("deleted_by")));
    }

    private static Text text(Row row) {
        return new Text(
                row.getLong("position"),
                row.getString("body"),
                Sql.ids(row.getString("mentions")),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Tuple keys(Set<MessageKey> keys) {
        return Given.tuple(keys, key -> List.of(key.conversation(), key.position()));
    }
}
