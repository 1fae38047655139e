package dev.postrider.history.page;

import dev.postrider.history.store.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One message and what hangs on it; the member's right stands in each statement. Within the caller's snapshot. */
@ApplicationScoped
public class MessageReader {
    private static final String VISIBLE = " FROM entry e"
            + " JOIN member m ON m.conversation = e.conversation AND m.user = ? AND m.present"
            + " JOIN conversation h ON h.conversation = e.conversation AND h.kind <> 'me'";
    private static final String RIGHT = " AND (NOT h.joined_only OR e.position >= m.since_position)";
    private static final String ONE =
            "SELECT " + EntryRow.COLUMNS + VISIBLE + " WHERE e.conversation = ? AND e.position = ?" + RIGHT;
    private static final String PINNED = "SELECT " + EntryRow.COLUMNS + VISIBLE
            + " JOIN pin p ON p.conversation = e.conversation AND p.target = e.position AND p.present"
            + " WHERE e.conversation = ?" + RIGHT + " ORDER BY p.position DESC LIMIT 200";
    private static final String TEXTS =
            "SELECT body, at FROM version WHERE conversation = ? AND target = ? ORDER BY position";
    private static final String REACTIONS = "SELECT emoji, user, at FROM reaction"
            + " WHERE conversation = ? AND target = ? AND present ORDER BY position LIMIT 1000";
    private static final String READERS = "SELECT k.user, k.read_at FROM mark k"
            + " JOIN member m ON m.conversation = k.conversation AND m.user = k.user AND m.present"
            + " WHERE k.conversation = ? AND k.read_to >= ? AND k.user <> ? ORDER BY k.read_at, k.user";
    private static final String MEMBERS = "SELECT COUNT(*) AS members FROM member WHERE conversation = ? AND present";

    private final EntryReader entries;

    MessageReader(EntryReader entries) {
        this.entries = entries;
    }

    /** A text that a message once had. */
    public record Former(String body, Instant at) {}

    /** Who reacted with what, and when. */
    public record Reacted(String emoji, String user, Instant at) {}

    /** Who has read a message, and when the mark came to lie at or beyond it. */
    public record Reader(String user, Instant at) {}

    /** The entry, if this user is a member and may see it. */
    Uni<Optional<StoredEntry>> one(SqlConnection connection, String user, String conversation, long position) {
        return list(connection, ONE, Tuple.of(user, conversation, position), Function.identity())
                .chain(rows -> entries.complete(connection, rows))
                .map(found -> found.stream().findFirst());
    }

    /** Pinned messages, the newest pin first. */
    Uni<List<StoredEntry>> pinned(SqlConnection connection, String user, String conversation) {
        return list(connection, PINNED, Tuple.of(user, conversation), Function.identity())
                .chain(rows -> entries.complete(connection, rows));
    }

    /** Former texts, oldest first, without the present one. */
    Uni<List<Former>> former(SqlConnection connection, String conversation, long position) {
        return list(
                        connection,
                        TEXTS,
                        Tuple.of(conversation, position),
                        row -> new Former(row.getString("body"), at(row, "at")))
                .map(texts -> texts.isEmpty() ? texts : texts.subList(0, texts.size() - 1));
    }

    Uni<List<Reacted>> reactions(SqlConnection connection, String conversation, long position) {
        return list(
                connection,
                REACTIONS,
                Tuple.of(conversation, position),
                row -> new Reacted(row.getString("emoji"), row.getString("user"), at(row, "at")));
    }

    Uni<List<Reader>> readers(SqlConnection connection, String conversation, long position, String author) {
        return list(
                connection,
                READERS,
                Tuple.of(conversation, position, author),
                row -> new Reader(row.getString("user"), at(row, "read_at")));
    }

    Uni<Integer> memberCount(SqlConnection connection, String conversation) {
        return list(connection, MEMBERS, Tuple.of(conversation), row -> row.getInteger("members"))
                .map(List::getFirst);
    }

    private static Instant at(Row row, String column) {
        return java.util.Objects.requireNonNull(Sql.instant(row.getLong(column)));
    }

    private static <T> Uni<List<T>> list(SqlConnection connection, String sql, Tuple values, Function<Row, T> read) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<T> list = new ArrayList<>();
            rows.forEach(row -> list.add(read.apply(row)));
            return list;
        });
    }
}
