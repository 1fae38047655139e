package dev.postrider.chat.flag;

import dev.postrider.chat.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code flag}. */
@ApplicationScoped
class SqlFlags {
    private static final String PUT = "INSERT IGNORE INTO flag"
            + " (flag, conversation, position, flagged_by, reason, state, created_at)"
            + " VALUES (?, ?, ?, ?, NULLIF(?, ''), 'open', ?)";
    private static final String ONE_OF =
            "SELECT * FROM flag WHERE conversation = ? AND position = ? AND flagged_by = ?";
    private static final String ONE = "SELECT * FROM flag WHERE flag = ?";
    private static final String ALL = "SELECT * FROM flag WHERE flag < ? ORDER BY flag DESC LIMIT ?";
    private static final String IN_STATE = "SELECT * FROM flag WHERE state = ? AND flag < ? ORDER BY flag DESC LIMIT ?";
    private static final String DECIDE =
            "UPDATE flag SET state = ?, decided_by = NULLIF(?, ''), decided_at = NULLIF(?, 0) WHERE flag = ?";

    private final Database database;

    SqlFlags(Database database) {
        this.database = database;
    }

    /** One for each person and message: answers that one, whichever it is. */
    Uni<Flag> put(String id, String conversation, long position, String by, String reason, long nowMillis) {
        return database.change(PUT, id, conversation, position, by, reason, nowMillis)
                .chain(() -> database.look(ONE_OF, conversation, position, by))
                .map(rows -> flag(rows.getFirst()));
    }

    Uni<Optional<Flag>> find(String id) {
        return database.look(ONE, id).map(rows -> rows.stream().findFirst().map(SqlFlags::flag));
    }

    /** The newest first, older than that one. */
    Uni<List<Flag>> list(Flag.@Nullable State state, String before, int max) {
        return (state == null ? database.look(ALL, before, max) : database.look(IN_STATE, state.name(), before, max))
                .map(rows -> rows.stream().map(SqlFlags::flag).toList());
    }

    Uni<Void> decide(Flag flag) {
        String by = flag.decidedBy();
        Instant at = flag.decidedAt();
        return database.change(
                        DECIDE,
                        flag.state().name(),
                        by == null ? "" : by,
                        at == null ? 0L : at.toEpochMilli(),
                        flag.id())
                .replaceWithVoid();
    }

    private static Flag flag(Row row) {
        Long decidedAt = row.getLong("decided_at");
        return new Flag(
                row.getString("flag"),
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("flagged_by"),
                row.getString("reason"),
                Flag.State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("decided_by"),
                decidedAt == null ? null : Instant.ofEpochMilli(decidedAt));
    }
}
