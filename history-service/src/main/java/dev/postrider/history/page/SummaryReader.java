package dev.postrider.history.page;

import dev.postrider.history.page.MemberReader.People;
import dev.postrider.history.page.Summary.Unread;
import dev.postrider.history.store.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conversations as their list and catch-up show them, from the caller's snapshot. */
@ApplicationScoped
public class SummaryReader {
    private static final String ONE = ConversationRow.SELECT + " AND m.conversation = ? AND m.present";
    private static final String NEWEST = ConversationRow.SELECT + " AND m.present AND h.kind <> 'me'"
            + " AND (h.last_message >= 0 OR h.kind <> 'dm')"
            + " AND (h.last_at < ? OR (h.last_at = ? AND h.conversation > ?))"
            + " ORDER BY h.last_at DESC, h.conversation LIMIT ?";
    private static final String LASTS = "SELECT " + EntryRow.COLUMNS + " FROM " + Given.POSITIONS
            + " STRAIGHT_JOIN entry e ON e.conversation = k.conversation AND e.position = k.position";

    private final EntryReader entries;
    private final UnreadReader unread;
    private final MemberReader members;

    SummaryReader(EntryReader entries, UnreadReader unread, MemberReader members) {
        this.entries = entries;
        this.unread = unread;
        this.members = members;
    }

    /** The conversation, if this user is a member; else an empty list. */
    Uni<List<Summary>> one(SqlConnection connection, String user, String conversation) {
        return rows(connection, ONE, Tuple.of(user, conversation)).chain(rows -> summaries(connection, user, rows));
    }

    /** Conversations with anything in them, the newest first, after the given place in the list. */
    public Uni<List<Summary>> newest(SqlConnection connection, String user, ListPlace after, int limit) {
        Tuple values = Tuple.of(user, after.lastAt(), after.lastAt(), after.conversation(), limit);
        return rows(connection, NEWEST, values).chain(rows -> summaries(connection, user, rows));
    }

    /** Everything that is shown of these conversations. */
    public Uni<List<Summary>> summaries(SqlConnection connection, String user, List<ConversationRow> rows) {
        List<ConversationRow> listed =
                rows.stream().filter(row -> !row.isOwnStream()).toList();
        List<String> ids = listed.stream().map(ConversationRow::id).toList();
        return lasts(connection, listed)
                .chain(lasts -> unread.read(connection, user, listed)
                        .chain(counts -> members.read(connection, ids)
                                .map(people -> listed.stream()
                                        .map(row -> summary(row, lasts, counts, people))
                                        .toList())));
    }

    /** Rows of {@link ConversationRow#SELECT}. */
    public static Uni<List<ConversationRow>> rows(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(found -> {
            List<ConversationRow> rows = new ArrayList<>();
            found.forEach(row -> rows.add(ConversationRow.of(row)));
            return rows;
        });
    }

    private static Summary summary(
            ConversationRow row, Map<String, StoredEntry> lasts, Map<String, Unread> counts, People people) {
        String id = row.id();
        return new Summary(
                row,
                lasts.get(id),
                counts.getOrDefault(id, Unread.NONE),
                people.counts().get(id),
                people.members().get(id),
                people.marks().get(id));
    }

    private Uni<Map<String, StoredEntry>> lasts(SqlConnection connection, List<ConversationRow> rows) {
        List<ConversationRow> shown = rows.stream()
                .filter(row -> row.lastShown() >= row.visibleFrom() && row.lastShown() >= 0)
                .toList();
        if (shown.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(LASTS)
                .execute(Given.tuple(shown, row -> List.of(row.id(), row.lastShown())))
                .map(found -> {
                    List<Row> all = new ArrayList<>();
                    found.forEach(all::add);
                    return all;
                })
                .chain(found -> entries.complete(connection, found))
                .map(SummaryReader::byConversation);
    }

    private static Map<String, StoredEntry> byConversation(List<StoredEntry> entries) {
        Map<String, StoredEntry> lasts = new HashMap<>();
        entries.forEach(one -> lasts.put(one.entry().conversation(), one));
        return lasts;
    }
}
