package dev.postrider.history.sync;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.page.EntryRow;
import dev.postrider.history.store.OneRowEach;
import dev.postrider.history.store.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of conversations as the frames they were, without dead ones. A deleted message's text is gone: its message
 * frame stands for it with a fixed text, always followed by its deletion, and edits of it are left out.
 */
@ApplicationScoped
public class EventReader {
    /** Never shown: the deletion that follows in the same answer wins. */
    static final String DELETED_TEXT = "[deleted]";

    private static final OneRowEach COUNT = new OneRowEach(
            "(SELECT COUNT(*) FROM (SELECT 1 FROM entry"
                    + " WHERE conversation = ? AND position BETWEEN ? AND ? LIMIT ?) a)"
                    + " + (SELECT COUNT(*) FROM (SELECT 1 FROM event"
                    + " WHERE conversation = ? AND position BETWEEN ? AND ? AND NOT dead LIMIT ?) b) AS events",
            "",
            Tuple.tuple(List.of("", 0L, 0L, 1, "", 0L, 0L, 1)));
    private static final String ENTRIES = "SELECT e.conversation, e.position, e.type, e.sender, e.id, e.at, e.body,"
            + " e.mentions, e.everyone, e.reply_to, e.thread, e.feed_key, e.feed_value, e.feed_data, e.deleted_at,"
            + " e.detail, v.body AS first_body, v.mentions AS first_mentions FROM entry e"
            + " LEFT JOIN version v ON v.conversation = e.conversation AND v.target = e.position"
            + " AND v.position = e.position"
            + " WHERE e.conversation = ? AND e.position BETWEEN ? AND ? ORDER BY e.position";
    private static final String EVENTS = "SELECT e.conversation, e.position, e.type, e.sender, e.id, e.target, e.at,"
            + " e.detail, v.body, v.mentions FROM event e"
            + " LEFT JOIN version v ON v.conversation = e.conversation AND v.target = e.target"
            + " AND v.position = e.position"
            + " WHERE e.conversation = ? AND e.position BETWEEN ? AND ? AND NOT e.dead ORDER BY e.position";

    /** Of one conversation, the positions from {@code from} to {@code to}, both included. */
    record Range(String conversation, long from, long to) {
        Tuple tuple() {
            return Tuple.of(conversation, from, to);
        }
    }

    /** How many events each range holds, not counted further than {@code max} of either kind. */
    Uni<Map<String, Integer>> counts(SqlConnection connection, List<Range> ranges, int max) {
        if (ranges.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Tuple> tuples = ranges.stream()
                .map(one -> Tuple.tuple(
                        List.of(one.conversation, one.from, one.to, max, one.conversation, one.from, one.to, max)))
                .toList();
        return COUNT.read(connection, tuples).map(rows -> {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < ranges.size(); i++) {
                counts.put(ranges.get(i).conversation, rows.get(i).getInteger("events"));
            }
            return counts;
        });
    }

    /** The events of each range, rising. */
    Uni<Map<String, List<Event>>> events(SqlConnection connection, List<Range> ranges) {
        if (ranges.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Tuple> tuples = ranges.stream().map(Range::tuple).toList();
        Map<String, List<Event>> all = new HashMap<>();
        ranges.forEach(one -> all.put(one.conversation, new ArrayList<>()));
        return connection
                .preparedQuery(ENTRIES)
                .executeBatch(tuples)
                .invoke(results -> collect(results, all, EventReader::entry))
                .chain(() -> connection.preparedQuery(EVENTS).executeBatch(tuples))
                .invoke(results -> collect(results, all, EventReader::event))
                .map(ignored -> {
                    all.values().forEach(events -> events.sort(Comparator.comparingLong(Event::position)));
                    return all;
                });
    }

    private interface Reading {
        @Nullable
        Event of(Row row);
    }

    private static void collect(RowSet<Row> results, Map<String, List<Event>> all, Reading reading) {
        for (RowSet<Row> result = results; result != null; result = result.next()) {
            for (Row row : result) {
                Event event = reading.of(row);
                if (event != null) {
                    Objects.requireNonNull(all.get(event.conversation())).add(event);
                }
            }
        }
    }

    private static Event entry(Row row) {
        if (!row.getString("type").equals("message")) {
            return EntryRow.event(row);
        }
        boolean deleted = row.getLong("deleted_at") != null;
        boolean edited = row.getString("first_body") != null;
        String body = deleted ? DELETED_TEXT : row.getString(edited ? "first_body" : "body");
        List<String> mentions = Sql.ids(row.getString(edited ? "first_mentions" : "mentions"));
        return new Event.Message(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("id"),
                row.getString("sender"),
                body,
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("reply_to"),
                row.getLong("thread"),
                mentions.isEmpty() ? null : mentions,
                deleted ? null : Sql.everyone(row.getString("everyone")),
                row.getString("feed_key"),
                row.getDouble("feed_value"),
                EntryRow.json(row.getString("feed_data")));
    }

    private static @Nullable Event event(Row row) {
        if (!row.getString("type").equals("edited")) {
            return EntryRow.event(row);
        }
        String body = row.getString("body");
        List<String> mentions = Sql.ids(row.getString("mentions"));
        return body == null
                ? null
                : new Event.Edited(
                        row.getString("conversation"),
                        row.getLong("position"),
                        row.getString("id"),
                        row.getLong("target"),
                        row.getString("sender"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        body,
                        mentions.isEmpty() ? null : mentions);
    }
}
