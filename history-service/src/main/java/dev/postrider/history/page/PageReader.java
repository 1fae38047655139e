package dev.postrider.history.page;

import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rest.Page;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.page.PageRequest.Direction;
import dev.postrider.history.store.Progress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Pages of one conversation. The member's right stands in the statement that reads the rows. */
@ApplicationScoped
public class PageReader {
    private static final String ENTRIES = "SELECT " + EntryRow.COLUMNS + " FROM entry e"
            + " JOIN member m ON m.conversation = e.conversation AND m.user = ? AND m.present"
            + " JOIN conversation h ON h.conversation = e.conversation"
            + " WHERE e.conversation = ? AND (NOT h.joined_only OR e.position >= m.since_position)";

    private static final String FROM = " AND e.position >= ?";
    private static final String THREAD =
            " AND e.position IN (SELECT r.position FROM reply r WHERE r.conversation = ? AND r.thread = ?)";

    private final EntryReader entries;
    private final Progress progress;

    PageReader(EntryReader entries, Progress progress) {
        this.entries = entries;
        this.progress = progress;
    }

    /** A page as nobody's view, with what is beyond its ends. */
    record Stretch(List<StoredEntry> entries, boolean older, boolean newer, long asOf) {
        Page seenBy(String viewer, Direction direction) {
            List<Entry> seen = entries.stream().map(one -> one.seenBy(viewer)).toList();
            return switch (direction) {
                case Direction.Newest newest -> new Page(seen, asOf, older, null);
                case Direction.Before before -> new Page(seen, asOf, older, null);
                case Direction.After after -> new Page(seen, asOf, newer, null);
                case Direction.Since since -> new Page(seen, asOf, newer, null);
                case Direction.Around around -> new Page(seen, asOf, older, newer);
            };
        }
    }

    /** Rows in one direction, one more than asked for where there are more. */
    private record Half(List<Row> rows, boolean more) {
        static Half of(List<Row> found, int limit) {
            boolean more = found.size() > limit;
            return new Half(more ? found.subList(0, limit) : found, more);
        }
    }

    /** Within the caller's snapshot. */
    Uni<Stretch> read(SqlConnection connection, String conversation, String user, PageRequest request) {
        return rows(connection, new Asked(conversation, user, request))
                .chain(found -> entries.complete(connection, found.rows)
                        .chain(all -> asOf(connection, conversation)
                                .map(asOf -> new Stretch(all, found.older, found.newer, asOf))));
    }

    /** The position up to which everything of this conversation is stored. */
    Uni<Long> asOf(SqlConnection connection, String conversation) {
        return progress.vector(connection).map(vector -> asOf(vector, conversation));
    }

    static long asOf(LogVector vector, String conversation) {
        return Math.max(Position.NONE, vector.positionAt(LogPartitions.of(conversation)) - 1);
    }

    private record Asked(String conversation, String user, PageRequest request) {}

    private record Found(List<Row> rows, boolean older, boolean newer) {}

    private Uni<Found> rows(SqlConnection connection, Asked asked) {
        int limit = asked.request.limit();
        return switch (asked.request.direction()) {
            case Direction.Newest newest -> older(connection, asked, Position.LIMIT, limit);
            case Direction.Before before -> older(connection, asked, before.position(), limit);
            case Direction.After after ->
                newer(connection, asked, " AND e.position > ?", List.of(after.position()), limit);
            case Direction.Since since ->
                new FirstSince(connection, asked.conversation, since.at())
                        .position()
                        .chain(first -> newer(connection, asked, FROM, List.of(first), limit));
            case Direction.Around around -> around(connection, asked, around.position(), limit);
        };
    }

    private Uni<Found> around(SqlConnection connection, Asked asked, long position, int limit) {
        int before = limit / 2;
        return older(connection, asked, position, before)
                .chain(older -> newer(connection, asked, FROM, List.of(position), limit - before)
                        .map(newer -> {
                            List<Row> all = new ArrayList<>(older.rows);
                            all.addAll(newer.rows);
                            return new Found(all, older.older, newer.newer);
                        }));
    }

    private Uni<Found> older(SqlConnection connection, Asked asked, long below, int limit) {
        return half(connection, asked, " AND e.position < ?", List.of(below), "DESC", limit)
                .map(half -> new Found(half.rows.reversed(), half.more, false));
    }

    private Uni<Found> newer(SqlConnection connection, Asked asked, String where, List<Object> values, int limit) {
        return half(connection, asked, where, values, "ASC", limit).map(half -> new Found(half.rows, false, half.more));
    }

    private Uni<Half> half(
            SqlConnection connection, Asked asked, String where, List<Object> values, String order, int limit) {
        List<Object> all = new ArrayList<>(List.of(asked.user, asked.conversation));
        all.addAll(values);
        String sql = ENTRIES + where + filters(asked, all) + " ORDER BY e.position " + order + " LIMIT ?";
        all.add(limit + 1);
        return connection.preparedQuery(sql).execute(Tuple.from(all)).map(rows -> {
            List<Row> found = new ArrayList<>();
            rows.forEach(found::add);
            return Half.of(found, limit);
        });
    }

    private static String filters(Asked asked, List<Object> values) {
        Long thread = asked.request.thread();
        if (thread != null) {
            values.addAll(List.of(asked.conversation, thread));
        }
        return (thread == null ? "" : THREAD) + (asked.request.messagesOnly() ? " AND e.type = 'message'" : "");
    }
}
