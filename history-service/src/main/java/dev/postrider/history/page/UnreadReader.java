package dev.postrider.history.page;

import dev.postrider.history.page.Summary.Unread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
    private static final String UNREAD = "SELECT COUNT(*) AS count, MIN(u.position) AS first FROM"
            + " (SELECT position FROM entry WHERE conversation = ? AND counts AND position > ? AND sender <> ?"
            + " ORDER BY position LIMIT " + MORE + ") u";
    private static final String MENTIONS = "SELECT COUNT(*) AS count FROM (SELECT DISTINCT e.position FROM mention x"
            + " JOIN entry e ON e.conversation = x.conversation AND e.position = x.target"
            + " WHERE x.conversation = ? AND x.user IN (?, '*') AND x.target > ? AND e.counts AND e.sender <> ?"
            + " LIMIT " + MORE + ") u";

    /** By conversation; within the caller's snapshot. */
    Uni<Map<String, Unread>> read(SqlConnection connection, String user, List<ConversationRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Tuple> unread =
                rows.stream().map(row -> Tuple.of(row.id(), from(row), user)).toList();
        List<Tuple> mentions = rows.stream()
                .map(row -> Tuple.of(row.id(), user, from(row), user))
                .toList();
        return connection
                .preparedQuery(UNREAD)
                .executeBatch(unread)
                .chain(counts -> connection
                        .preparedQuery(MENTIONS)
                        .executeBatch(mentions)
                        .map(named -> byConversation(rows, firsts(counts), firsts(named))));
    }

    private static long from(ConversationRow row) {
        return Math.max(row.readPosition(), row.visibleFrom() - 1);
    }

    private static Map<String, Unread> byConversation(
            List<ConversationRow> rows, List<Row> counts, List<Row> mentions) {
        Map<String, Unread> all = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row count = counts.get(i);
            all.put(
                    rows.get(i).id(),
                    new Unread(count.getInteger("count"), mentions.get(i).getInteger("count"), count.getLong("first")));
        }
        return all;
    }

    /** The one row of each result of a batch. */
    private static List<Row> firsts(RowSet<Row> results) {
        List<Row> rows = new ArrayList<>();
        for (RowSet<Row> result = results; result != null; result = result.next()) {
            rows.add(result.iterator().next());
        }
        return rows;
    }
}
