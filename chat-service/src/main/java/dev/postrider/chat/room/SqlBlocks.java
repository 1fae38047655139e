package dev.postrider.chat.room;

import dev.postrider.chat.database.Database;
import dev.postrider.chat.own.OwnStream;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.rule.ConversationId.Direct;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who wants to hear nothing of whom. */
@ApplicationScoped
public class SqlBlocks {
    /** A database that is there answers in less, on a busy node that has just begun as well. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final long AWAY_FOR_MILLIS = 2_000;
    private static final String BETWEEN =
            "SELECT 1 FROM block WHERE (user_id = ? AND blocked = ?) OR (user_id = ? AND blocked = ?) LIMIT 1";
    private static final String OF_USER = "SELECT blocked FROM block WHERE user_id = ? ORDER BY created_at, blocked";
    private static final String AROUND = "SELECT blocked AS other FROM block WHERE user_id = ?"
            + " UNION SELECT user_id FROM block WHERE blocked = ?";
    private static final String PUT = "INSERT IGNORE INTO block (user_id, blocked, created_at) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM block WHERE user_id = ? AND blocked = ?";

    private final Database database;
    private final Clock clock;
    private final Ticker ticker;
    private volatile long awayUntil = Long.MIN_VALUE;

    SqlBlocks(Database database, Clock clock, Ticker ticker) {
        this.database = database;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Whether either has blocked the other; empty where the database does not say so quickly. Never fails. */
    Uni<Optional<Boolean>> between(Direct direct) {
        return quickly(() -> database.look(BETWEEN, direct.first(), direct.second(), direct.second(), direct.first())
                .map(rows -> !rows.isEmpty()));
    }

    /** Who has blocked this user or is blocked by them; empty where the database does not say so quickly. Never fails. */
    Uni<Optional<Set<String>>> around(String user) {
        return quickly(() -> database.look(AROUND, user, user)
                .map(rows -> rows.stream().map(row -> row.getString("other")).collect(Collectors.toUnmodifiableSet())));
    }

    private <T> Uni<Optional<T>> quickly(Supplier<Uni<T>> look) {
        if (ticker.millis() < awayUntil) {
            return Uni.createFrom().item(Optional.empty());
        }
        return look.get()
                .map(Optional::of)
                .ifNoItem()
                .after(ANSWER_WITHIN)
                .fail()
                .onFailure()
                .invoke(away -> awayUntil = ticker.millis() + AWAY_FOR_MILLIS)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** Whom this user blocks, in the order in which they did. */
    Uni<List<String>> ofUser(String user) {
        return database.look(OF_USER, user)
                .map(rows -> rows.stream().map(row -> row.getString("blocked")).toList());
    }

    /** With the row that tells of it, where it was not so before. */
    Uni<Void> put(String user, String blocked) {
        return database.write(connection -> Database.change(connection, PUT, user, blocked, clock.millis())
                .chain(rows -> kept(connection, rows, user, blocked, true)));
    }

    Uni<Void> delete(String user, String blocked) {
        return database.write(connection -> Database.change(connection, DELETE, user, blocked)
                .chain(rows -> kept(connection, rows, user, blocked, false)));
    }

    private Uni<Void> kept(SqlConnection connection, int rows, String user, String blocked, boolean on) {
        return rows == 0 ? Uni.createFrom().voidItem() : OwnStream.block(connection, user, blocked, on, clock);
    }
}
