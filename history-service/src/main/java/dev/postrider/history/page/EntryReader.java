package dev.postrider.history.page;

import dev.postrider.contracts.rest.Entry;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.page.EntryRow.Attached;
import dev.postrider.history.page.StoredEntry.ReactionBy;
import dev.postrider.history.store.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries with all that hangs on them: reactions, thread and pin. Within the caller's snapshot. */
@ApplicationScoped
public class EntryReader {
    private static final String REACTIONS = "SELECT r.conversation, r.target, r.emoji, r.user FROM " + Given.POSITIONS
            + " STRAIGHT_JOIN reaction r ON r.conversation = k.conversation AND r.target = k.position"
            + " WHERE r.present ORDER BY r.position";
    private static final String REPLIES = "SELECT r.conversation, r.thread, COUNT(*) AS replies,"
            + " MAX(r.position) AS last, MAX(r.at) AS last_at FROM " + Given.POSITIONS
            + " STRAIGHT_JOIN reply r ON r.conversation = k.conversation AND r.thread = k.position"
            + " WHERE r.counts GROUP BY r.conversation, r.thread";
    private static final String PINS = "SELECT p.conversation, p.target, p.user, p.at FROM " + Given.POSITIONS
            + " STRAIGHT_JOIN pin p ON p.conversation = k.conversation AND p.target = k.position WHERE p.present";

    /** What hangs on messages, by message. */
    private record Hanging(
            Map<MessageKey, List<ReactionBy>> reactions,
            Map<MessageKey, Entry.Replies> replies,
            Map<MessageKey, Entry.PinnedMark> pins) {
        static Hanging nothing() {
            return new Hanging(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /** The rows (with {@link EntryRow#COLUMNS}) as entries, in their order. */
    public Uni<List<StoredEntry>> complete(SqlConnection connection, List<Row> rows) {
        List<MessageKey> messages = rows.stream()
                .filter(row -> row.getString("type").equals("message"))
                .map(row -> new MessageKey(row.getString("conversation"), row.getLong("position")))
                .toList();
        return hanging(connection, messages)
                .map(hanging -> rows.stream().map(row -> entry(row, hanging)).toList());
    }

    private static Uni<Hanging> hanging(SqlConnection connection, List<MessageKey> messages) {
        Hanging hanging = Hanging.nothing();
        if (messages.isEmpty()) {
            return Uni.createFrom().item(hanging);
        }
        return query(connection, REACTIONS, messages)
                .invoke(rows -> rows.forEach(row -> hanging.reactions
                        .computeIfAbsent(key(row, "target"), key -> new ArrayList<>())
                        .add(new ReactionBy(row.getString("emoji"), row.getString("user")))))
                .chain(() -> query(connection, REPLIES, messages))
                .invoke(rows -> rows.forEach(row -> hanging.replies.put(key(row, "thread"), replies(row))))
                .chain(() -> query(connection, PINS, messages))
                .invoke(rows -> rows.forEach(row -> hanging.pins.put(key(row, "target"), pin(row))))
                .replaceWith(hanging);
    }

    private static Uni<RowSet<Row>> query(SqlConnection connection, String sql, List<MessageKey> messages) {
        return connection
                .preparedQuery(sql)
                .execute(Given.tuple(messages, key -> List.of(key.conversation(), key.position())));
    }

    private static StoredEntry entry(Row row, Hanging hanging) {
        MessageKey key = key(row, "position");
        Attached attached = new Attached(hanging.replies.get(key), hanging.pins.get(key));
        return new StoredEntry(EntryRow.read(row, attached), hanging.reactions.getOrDefault(key, List.of()));
    }

    private static MessageKey key(Row row, String column) {
        return new MessageKey(row.getString("conversation"), row.getLong(column));
    }

    private static Entry.Replies replies(Row row) {
        return new Entry.Replies(
                row.getInteger("replies"), row.getLong("last"), Instant.ofEpochMilli(row.getLong("last_at")));
    }

    private static Entry.PinnedMark pin(Row row) {
        return new Entry.PinnedMark(Instant.ofEpochMilli(row.getLong("at")), row.getString("user"));
    }
}
