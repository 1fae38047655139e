package dev.postrider.history.page;

import dev.postrider.history.page.Summary.Unread;
import dev.postrider.history.store.Given;
import dev.postrider.history.store.OneRowEach;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unread, always counted from the rows (never up and down), and never further than a thousand: messages after the mark,
 * not one's own, not deleted, no system lines.
 */
@ApplicationScoped
public class UnreadReader {
    private static final int MORE = 1_000;
    /** Nothing but the index is read; left to itself the database takes the rows with their texts. */
    private static final OneRowEach UNREAD = new OneRowEach(
            "COUNT(*) AS count, MIN(u.position) AS first",
            "FROM (SELECT position FROM entry FORCE INDEX (entry_unread)"
                    + " WHERE conversation = ? AND counts = TRUE AND position > ? AND sender <> ?"
                    + " ORDER BY position LIMIT " + MORE + ") u",
            Tuple.of("", 0L, ""));

    private static final OneRowEach MENTIONS = new OneRowEach(
            "COUNT(*) AS count",
            "FROM (SELECT DISTINCT e.position FROM mention x"
                    + " JOIN entry e ON e.conversation = x.conversation AND e.position = x.target"
                    + " WHERE x.conversation = ? AND x.user IN (?, '*') AND x.target > ?"
                    + " AND e.counts = TRUE AND e.sender <> ? LIMIT " + MORE + ") u",
            Tuple.of("", "", 0L, ""));

    private static final String LAST_MENTION =
            "(SELECT x.target FROM mention x WHERE x.conversation = k.conversation AND x.user = %s"
                    + " ORDER BY x.target DESC LIMIT 1)";
    private static final String LAST_MENTIONS = "SELECT k.conversation, GREATEST(COALESCE("
            + LAST_MENTION.formatted("?") + ", -1), COALESCE(" + LAST_MENTION.formatted("'*'")
            + ", -1)) AS last FROM ";

    /** By conversation; those without anything unread may be missing. Within the caller's snapshot. */
    Uni<Map<String, Unread>> read(SqlConnection connection, String user, List<ConversationRow> rows) {
        List<ConversationRow> open =
                rows.stream().filter(row -> row.lastShown() > from(row)).toList();
        if (open.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return counts(connection, user, open)
                .chain(counts -> named(connection, user, open)
                        .chain(some -> mentions(connection, user, some))
                        .map(mentions -> byConversation(open, counts, mentions)));
    }

    private static Uni<List<Row>> counts(SqlConnection connection, String user, List<ConversationRow> rows) {
        List<Tuple> of =
                rows.stream().map(row -> Tuple.of(row.id(), from(row), user)).toList();
        return UNREAD.read(connection, of);
    }

    /** Those in which a living message behind the mark names the user: one statement says that of all. */
    private static Uni<List<ConversationRow>> named(SqlConnection connection, String user, List<ConversationRow> rows) {
        String ids = Given.rows(rows, row -> List.of(row.id()));
        return connection
                .preparedQuery(LAST_MENTIONS + Given.CONVERSATIONS)
                .execute(Tuple.of(user, ids))
                .map(found -> {
                    Map<String, Long> lasts = new HashMap<>();
                    found.forEach(row -> lasts.put(row.getString("conversation"), row.getLong("last")));
                    return rows.stream()
                            .filter(row -> lasts.getOrDefault(row.id(), -1L) > from(row))
                            .toList();
                });
    }

    private static Uni<Map<String, Integer>> mentions(
            SqlConnection connection, String user, List<ConversationRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Tuple> of = rows.stream()
                .map(row -> Tuple.of(row.id(), user, from(row), user))
                .toList();
        return MENTIONS.read(connection, of).map(counts -> {
            Map<String, Integer> mentions = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                mentions.put(rows.get(i).id(), counts.get(i).getInteger("count"));
            }
            return mentions;
        });
    }

    private static long from(ConversationRow row) {
        return Math.max(row.readPosition(), row.visibleFrom() - 1);
    }

    private static Map<String, Unread> byConversation(
            List<ConversationRow> rows, List<Row> counts, Map<String, Integer> mentions) {
        Map<String, Unread> all = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String id = rows.get(i).id();
            Row count = counts.get(i);
            all.put(id, new Unread(count.getInteger("count"), mentions.getOrDefault(id, 0), count.getLong("first")));
        }
        return all;
    }
}
