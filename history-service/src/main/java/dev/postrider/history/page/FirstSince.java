package dev.postrider.history.page;

import dev.postrider.contracts.topic.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lowest position of a conversation whose time is not before an instant, by halving: an index for this rare
 * question would cost every message. Times are the log's and rise with the positions, unless a broker's clock is set back:
 * exact as long as none is set back by more than a minute.
 */
final class FirstSince {
    private static final long SET_BACK_MAX_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final String ENDS =
            "SELECT MIN(position) AS lowest, MAX(position) AS highest FROM entry WHERE conversation = ?";
    private static final String NEXT =
            "SELECT position, at FROM entry WHERE conversation = ? AND position >= ?" + " ORDER BY position LIMIT 1";
    private static final String FIRST = "SELECT position FROM entry WHERE conversation = ? AND position >= ?"
            + " AND at >= ? ORDER BY position LIMIT 1";

    private final SqlConnection connection;
    private final String conversation;
    private final long since;

    FirstSince(SqlConnection connection, String conversation, Instant since) {
        this.connection = connection;
        this.conversation = conversation;
        this.since = since.toEpochMilli();
    }

    /** Within the caller's snapshot; {@link Position#LIMIT} where all is older. */
    Uni<Long> position() {
        return connection.preparedQuery(ENDS).execute(Tuple.of(conversation)).chain(ends -> {
            Row row = ends.iterator().next();
            Long lowest = row.getLong("lowest");
            return lowest == null
                    ? Uni.createFrom().item(Position.LIMIT)
                    : narrow(lowest, row.getLong("highest") + 1).chain(this::first);
        });
    }

    /** Before {@code low} all is too old, at {@code high} nothing is. */
    private Uni<Long> narrow(long low, long high) {
        if (low >= high) {
            return Uni.createFrom().item(low);
        }
        long middle = low + (high - low) / 2;
        return one(NEXT, Tuple.of(conversation, middle))
                .chain(next -> next == null || next.getLong("at") >= since - SET_BACK_MAX_MILLIS
                        ? narrow(low, middle)
                        : narrow(next.getLong("position") + 1, high));
    }

    private Uni<Long> first(long from) {
        return one(FIRST, Tuple.of(conversation, from, since))
                .map(row -> row == null ? Position.LIMIT : row.getLong("position"));
    }

    private Uni<@Nullable Row> one(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(FirstSince::only);
    }

    private static @Nullable Row only(RowSet<Row> rows) {
        return rows.size() == 0 ? null : rows.iterator().next();
    }
}
