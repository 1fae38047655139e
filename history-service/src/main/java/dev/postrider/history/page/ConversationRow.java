package dev.postrider.history.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.Conversation;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.fold.RoomState;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's row with one user's own rows beside it.
 *
 * @param visibleFrom the least position this user may see
 * @param until the position of the user's last leaving, {@link Position#NONE} where there was none
 * @param since the position of the user's last joining
 */
public record ConversationRow(
        String id,
        Conversation.@Nullable Kind kind,
        int part,
        long lastPosition,
        long lastShown,
        long lastAt,
        RoomState room,
        Event.Role.@Nullable Name role,
        boolean present,
        long since,
        long until,
        long visibleFrom,
        long readPosition,
        Settings.Mine mine) {
    /** Selects what {@link #of} needs; to be followed by conditions on m (member) and h (conversation). */
    public static final String SELECT = "SELECT h.conversation, h.kind, h.part, h.last_position, h.last_message,"
            + " h.last_line, h.last_at, h.joined_only, h.room_state, m.role, m.present, m.since_position,"
            + " m.until_position, k.read_to, k.read_position, s.settings, s.at AS settings_at,"
            + " IF(s.settings IS NULL, NULL, (SELECT e.at FROM entry e WHERE e.conversation = h.conversation"
            + " AND e.position = h.last_message)) AS message_at"
            + " FROM member m JOIN conversation h ON h.conversation = m.conversation"
            + " LEFT JOIN mark k ON k.conversation = m.conversation AND k.user = m.user"
            + " LEFT JOIN mine s ON s.user = m.user AND s.about = m.conversation"
            + " WHERE m.user = ?";

    private static final ObjectMapper MAPPER = Json.mapper();

    /** Somebody's own stream in which nothing needs to stand. */
    public static ConversationRow ownStream(String id, int part) {
        return withoutRows(id, null, part);
    }

    /** A conversation of which nothing is stored. */
    static ConversationRow withoutRows(String id, Conversation.@Nullable Kind kind, int part) {
        long none = Position.NONE;
        return new ConversationRow(
                id,
                kind,
                part,
                none,
                none,
                0,
                RoomState.UNKNOWN,
                null,
                true,
                none,
                none,
                none,
                none,
                Settings.Mine.DEFAULTS);
    }

    public static ConversationRow of(Row row) {
        String kind = row.getString("kind");
        String role = row.getString("role");
        String room = row.getString("room_state");
        long since = row.getLong("since_position");
        long lastMessage = row.getLong("last_message");
        long visibleFrom = row.getInteger("joined_only") != 0 ? since : Position.NONE;
        long shown = lastMessage >= 0 && lastMessage >= visibleFrom ? lastMessage : row.getLong("last_line");
        return new ConversationRow(
                row.getString("conversation"),
                kind.equals("me") ? null : Conversation.Kind.valueOf(kind),
                row.getInteger("part"),
                row.getLong("last_position"),
                shown,
                row.getLong("last_at"),
                room == null ? RoomState.UNKNOWN : RoomState.parse(room),
                role == null ? null : Event.Role.Name.valueOf(role),
                row.getInteger("present") != 0,
                since,
                row.getLong("until_position"),
                visibleFrom,
                readPosition(row, since),
                mine(row.getString("settings"), row.getLong("settings_at"), row.getLong("message_at")));
    }

    /** Somebody's own stream, which is in no list. */
    public boolean isOwnStream() {
        return kind == null;
    }

    /** Who never read anything starts where they joined. */
    private static long readPosition(Row row, long since) {
        Long event = row.getLong("read_position");
        return event == null || event < 0 ? since : row.getLong("read_to");
    }

    /** Hidden ends with the next message; a line that somebody came or went is none. */
    private static Settings.Mine mine(@Nullable String json, @Nullable Long at, @Nullable Long messageAt) {
        if (json == null || at == null) {
            return Settings.Mine.DEFAULTS;
        }
        Settings.Mine set = parse(json);
        boolean hidden = set.hidden() && (messageAt == null || at >= messageAt);
        return new Settings.Mine(set.notifyOf(), set.mutedUntil(), set.favourite(), hidden);
    }

    private static Settings.Mine parse(String json) {
        try {
            return MAPPER.readValue(json, Settings.Mine.class);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
