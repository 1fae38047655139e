package dev.postrider.history.page;

import dev.postrider.contracts.rest.Entry;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.page.EntryRow.Attached;
import dev.postrider.history.page.StoredEntry.ReactionBy;
import dev.postrider.history.store.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries with all that hangs on them: reactions, thread and pin. Within the caller's snapshot. */
@ApplicationScoped
public class EntryReader {
    private static final String REACTIONS =
            "SELECT conversation, target, emoji, user FROM reaction WHERE present AND (%s) ORDER BY position";
    private static final String REPLIES = "SELECT conversation, thread, COUNT(*) AS replies, MAX(position) AS last,"
            + " MAX(at) AS last_at FROM entry WHERE counts AND (%s) GROUP BY conversation, thread";
    private static final String PINS = "SELECT conversation, target, user, at FROM pin WHERE present AND (%s)";

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
        return query(connection, REACTIONS, "target", messages)
                .invoke(rows -> rows.forEach(row -> hanging.reactions
                        .computeIfAbsent(key(row, "target"), key -> new ArrayList<>())
                        .add(new ReactionBy(row.getString("emoji"), row.getString("user")))))
                .chain(() -> query(connection, REPLIES, "thread", messages))
                .invoke(rows -> rows.forEach(row -> hanging.replies.put(key(row, "thread"), replies(row))))
                .chain(() -> query(connection, PINS, "target", messages))
                .invoke(rows -> rows.forEach(row -> hanging.pins.put(key(row, "target"), pin(row))))
                .replaceWith(hanging);
    }

    private static Uni<RowSet<Row>> query(
            SqlConnection connection, String sql, String column, List<MessageKey> messages) {
        String any = Sql.anyOf(messages.size(), "(conversation = ? AND " + column + " = ?)");
        List<Object> values = new ArrayList<>(2 * messages.size());
        messages.forEach(key -> values.addAll(List.of(key.conversation(), key.position())));
        return connection.preparedQuery(sql.formatted(any)).execute(Tuple.from(values));
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
