package dev.postrider.history.store;

import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.Head;
import dev.postrider.history.fold.RoomState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Where conversations end, and what rooms are like. */
@ApplicationScoped
public class HeadWriter {
    private static final String INSERT =
            "INSERT INTO conversation" + " (conversation, kind, part, last_position, last_message, last_line, last_at)";
    private static final String LATER = "last_position = GREATEST(last_position, VALUES(last_position)),"
            + " last_message = GREATEST(last_message, VALUES(last_message)),"
            + " last_line = GREATEST(last_line, VALUES(last_line)),"
            + " last_at = GREATEST(last_at, VALUES(last_at))";
    private static final String ROOM = "UPDATE conversation SET room_state = ?, joined_only = ? WHERE conversation = ?";

    /** Answers whether any of the conversations may be new: a row that was there has moved, and counts twice. */
    Uni<Boolean> write(SqlConnection connection, Changes changes) {
        MultiRow rows = new MultiRow(INSERT, 7, LATER);
        for (Head head : changes.heads()) {
            rows.row(
                    head.conversation(),
                    kind(head.conversation()),
                    LogPartitions.of(head.conversation()),
                    head.lastPosition(),
                    head.lastMessage(),
                    head.lastLine(),
                    head.lastAt().toEpochMilli());
        }
        return rows.write(connection)
                .call(() -> rooms(connection, changes.rooms()))
                .map(counted -> counted < 2 * changes.heads().size());
    }

    /** What kind of conversation an id names: dm, room, feed or me. */
    static String kind(String conversation) {
        return switch (ConversationId.parse(conversation).orElseThrow()) {
            case ConversationId.Direct direct -> "dm";
            case ConversationId.Room room -> "room";
            case ConversationId.Feed feed -> "feed";
            case ConversationId.PersonalFeed feed -> "feed";
            case ConversationId.Own own -> "me";
        };
    }

    private static Uni<Void> rooms(SqlConnection connection, Map<String, RoomState> rooms) {
        List<Tuple> updates = rooms.entrySet().stream()
                .map(room -> Tuple.of(room.getValue().json(), room.getValue().joinedOnly(), room.getKey()))
                .toList();
        return Statements.batch(connection, ROOM, updates);
    }
}
