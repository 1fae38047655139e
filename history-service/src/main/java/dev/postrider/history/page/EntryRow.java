package dev.postrider.history.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.history.store.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pure: entries out of rows of the entry table. */
public final class EntryRow {
    /** What {@link #read} needs, of the table by the name of e. */
    public static final String COLUMNS = "e.conversation, e.position, e.type, e.sender, e.id, e.at, e.body, e.mentions,"
            + " e.everyone, e.reply_to, e.thread, e.feed_key, e.feed_value, e.feed_data, e.edits, e.edited_at,"
            + " e.deleted_at, e.deleted_by, e.detail";

    private static final ObjectMapper MAPPER = Json.mapper();

    private EntryRow() {}

    /** What hangs on a message beside its row. */
    record Attached(Entry.@Nullable Replies replies, Entry.@Nullable PinnedMark pinned) {
        static final Attached NOTHING = new Attached(null, null);
    }

    /** The event that a detail column holds. */
    public static Event event(Row row) {
        byte[] detail = row.getString("detail").getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(row.getLong("at"));
        return switch (LogCodec.read(detail, row.getLong("position"), at)) {
            case LogCodec.Reading.Good good -> good.event();
            case LogCodec.Reading.Newer newer -> throw new IllegalStateException("stored by a newer version");
            case LogCodec.Reading.Unusable torn -> throw new IllegalStateException("stored event: " + torn.reason());
        };
    }

    static Entry read(Row row, Attached attached) {
        return row.getString("type").equals("message") ? message(row, attached) : line(event(row));
    }

    private static Entry line(Event event) {
        return switch (event) {
            case Event.Joined e ->
                new Entry.Joined(e.conversation(), e.position(), e.from(), e.users(), e.role(), e.at());
            case Event.Left e -> new Entry.Left(e.conversation(), e.position(), e.from(), e.user(), e.at(), e.reason());
            case Event.Role e -> new Entry.Role(e.conversation(), e.position(), e.from(), e.user(), e.at(), e.role());
            case Event.Room e -> new Entry.Room(e.conversation(), e.position(), e.from(), e.at(), e.changed());
            default -> throw new IllegalStateException("no system line: " + event.position());
        };
    }

    private static Entry.Message message(Row row, Attached attached) {
        Instant deletedAt = Sql.instant(row.getLong("deleted_at"));
        Instant editedAt = Sql.instant(row.getLong("edited_at"));
        List<String> mentions = Sql.ids(row.getString("mentions"));
        return new Entry.Message(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("id"),
                row.getString("sender"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("reply_to"),
                row.getLong("thread"),
                mentions.isEmpty() ? null : mentions,
                deletedAt == null ? Sql.everyone(row.getString("everyone")) : null,
                row.getString("feed_key"),
                row.getDouble("feed_value"),
                json(row.getString("feed_data")),
                editedAt == null ? null : new Entry.EditedMark(editedAt, row.getInteger("edits")),
                deletedAt == null ? null : new Entry.DeletedMark(deletedAt, row.getString("deleted_by")),
                null,
                attached.replies(),
                attached.pinned());
    }

    public static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : MAPPER.readTree(text);
        } catch (JsonProcessingException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
