package dev.postrider.chat.own;

import static dev.postrider.chat.database.Database.change;
import static dev.postrider.chat.database.Database.look;

import dev.postrider.chat.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The table {@code own_state}. */
@ApplicationScoped
class SqlOwn {
    private static final String LOCK = "INSERT INTO own_state (user_id, subject, value) VALUES (?, ?, '')"
            + " ON DUPLICATE KEY UPDATE user_id = user_id";
    private static final String VALUE = "SELECT value FROM own_state WHERE user_id = ? AND subject = ?";
    private static final String SET = "UPDATE own_state SET value = ?, version = version + 1, untold_since = ?"
            + " WHERE user_id = ? AND subject = ?";
    /** Assignments are made from left to right: the teller is alone where no other append is in doubt before this one. */
    private static final String BEGIN = "UPDATE own_state"
            + " SET teller = IF(doubt_until IS NULL OR doubt_until <= ?, ?, NULL), doubt_until = ?"
            + " WHERE user_id = ? AND subject = ? AND (untold_since IS NOT NULL OR doubt_until <= ?)";

    private static final String PRESENT = "SELECT value, version FROM own_state WHERE user_id = ? AND subject = ?";
    private static final String TOLD = "UPDATE own_state SET untold_since = IF(version = ?, NULL, untold_since),"
            + " doubt_until = IF(teller = ?, NULL, COALESCE(doubt_until, ?)) WHERE user_id = ? AND subject = ?";
    private static final String DOUBT = "UPDATE own_state SET teller = NULL,"
            + " doubt_until = GREATEST(COALESCE(doubt_until, 0), ?) WHERE user_id = ? AND subject = ?";
    private static final String LEFT = "(SELECT user_id, subject FROM own_state WHERE untold_since <= ?"
            + " ORDER BY untold_since LIMIT ?) UNION"
            + " (SELECT user_id, subject FROM own_state WHERE doubt_until <= ? ORDER BY doubt_until LIMIT ?)";

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

    /**
     * Gives {@code append} the value that the log was not told of, or that it may hold an older one behind; empty where
     * neither is so. No connection is held meanwhile. Where another append may be under way, it is told again after
     * {@code doubtMillis}, when none before can appear any more.
     */
    <T> Uni<Optional<T>> tell(Place place, long doubtMillis, Function<String, Uni<T>> append) {
        String teller = UUID.randomUUID().toString();
        long now = clock.millis();
        return database.change(BEGIN, now, teller, now + doubtMillis, place.user(), place.subject(), now)
                .chain(rows -> rows == 0
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : database.look(PRESENT, place.user(), place.subject())
                                .chain(found -> told(place, teller, found.getFirst(), append))
                                .onFailure()
                                .call(() -> doubted(place, doubtMillis)));
    }

    /** Where the doubt was taken back meanwhile, because this took too long, it is there again. */
    private <T> Uni<Optional<T>> told(Place place, String teller, Row present, Function<String, Uni<T>> append) {
        return append.apply(present.getString("value"))
                .call(() -> database.change(
                        TOLD, present.getLong("version"), teller, clock.millis(), place.user(), place.subject()))
                .map(Optional::of);
    }

    private Uni<Integer> doubted(Place place, long doubtMillis) {
        return database.change(DOUBT, clock.millis() + doubtMillis, place.user(), place.subject())
                .onFailure()
                .recoverWithItem(0);
    }

    /** What the log was not told of for so long, or is to be told again. */
    Uni<List<Place>> left(long olderThanMillis, int max) {
        long now = clock.millis();
        return database.look(LEFT, now - olderThanMillis, max, now, max)
                .map(rows -> rows.stream()
                        .map(row -> new Place(row.getString("user_id"), row.getString("subject")))
                        .toList());
    }
}
