package dev.postrider.chat.own;

import static dev.postrider.chat.database.Database.change;
import static dev.postrider.chat.database.Database.look;

import dev.postrider.chat.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The table {@code own_state}. */
@ApplicationScoped
class SqlOwn {
    private static final String LOCK = "INSERT INTO own_state (user_id, subject, value) VALUES (?, ?, '')"
            + " ON DUPLICATE KEY UPDATE user_id = user_id";
    private static final String VALUE = "SELECT value FROM own_state WHERE user_id = ? AND subject = ?";
    private static final String SET =
            "UPDATE own_state SET value = ?, untold_since = ? WHERE user_id = ? AND subject = ?";
    private static final String UNTOLD = VALUE + " AND untold_since IS NOT NULL FOR UPDATE";
    private static final String TOLD = "UPDATE own_state SET untold_since = NULL WHERE user_id = ? AND subject = ?";
    private static final String LEFT =
            "SELECT user_id, subject FROM own_state WHERE untold_since <= ? ORDER BY untold_since LIMIT ?";

    private final Database database;
    private final Clock clock;

    SqlOwn(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose, and about what. */
    record Place(String user, String subject) {}

    /** Empty where nothing was set. */
    Uni<String> value(Place place) {
        return database.look(VALUE, place.user(), place.subject())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> row.getString("value"))
                        .orElse(""));
    }

    /** Makes the next value of the present one, which is empty where nothing was set. Answers the next. */
    Uni<String> set(Place place, UnaryOperator<String> next) {
        return database.write(connection -> set(connection, place, next, clock.millis()));
    }

    /** As {@link #set(Place, UnaryOperator)}, as part of a transaction. */
    static Uni<String> set(SqlConnection connection, Place place, UnaryOperator<String> next, long nowMillis) {
        return change(connection, LOCK, place.user(), place.subject())
                .chain(() -> look(connection, VALUE, place.user(), place.subject()))
                .map(rows -> rows.getFirst().getString("value"))
                .chain(before -> {
                    String after = next.apply(before);
                    return after.equals(before)
                            ? Uni.createFrom().item(after)
                            : change(connection, SET, after, nowMillis, place.user(), place.subject())
                                    .replaceWith(after);
                });
    }

    /** Gives the value that the log was not told of to {@code append}; empty where it was told of all. */
    <T> Uni<Optional<T>> tell(Place place, Function<String, Uni<T>> append) {
        return database.write(connection -> look(connection, UNTOLD, place.user(), place.subject())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : append.apply(rows.getFirst().getString("value"))
                                .call(() -> change(connection, TOLD, place.user(), place.subject()))
                                .map(Optional::of)));
    }

    /** What the log was not told of for so long. */
    Uni<List<Place>> left(long olderThanMillis, int max) {
        return database.look(LEFT, clock.millis() - olderThanMillis, max)
                .map(rows -> rows.stream()
                        .map(row -> new Place(row.getString("user_id"), row.getString("subject")))
                        .toList());
    }
}
