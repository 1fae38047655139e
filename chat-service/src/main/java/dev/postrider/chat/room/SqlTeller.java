package dev.postrider.chat.room;

import dev.postrider.chat.database.Database;
import dev.postrider.contracts.frame.Event;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Brings rows of {@code room_outbox} to the log while holding neither connection nor lock, so a log that stands still
 * costs the database nothing.
 *
 * <ul>
 *   <li>A room has one teller at a time, by a mark in its row that lapses; others wait until it is done. Who tells for
 *       longer than that is not alone any more, which costs dead records and breaks nothing: {@link RoomRelay} says why.
 *   <li>The first to keep a row's position tells of it; whoever comes later keeps and tells nothing.
 * </ul>
 */
@ApplicationScoped
class SqlTeller {
    private static final Duration APPENDED_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);
    /** A change after the other; whoever asked has given up long before. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final long TELLS_FOR_MILLIS = 6_000;
    private static final String NEWEST =
            "SELECT MAX(change_number) AS newest FROM room_outbox WHERE room = ? AND position IS NULL";
    private static final String LEFT =
            "SELECT 1 FROM room_outbox WHERE room = ? AND position IS NULL AND change_number <= ? LIMIT 1";
    private static final String CLAIM = "UPDATE room SET teller = ?, teller_until = ?"
            + " WHERE room = ? AND (teller_until IS NULL OR teller_until <= ?)";
    private static final String RELEASE = "UPDATE room SET teller_until = NULL WHERE room = ? AND teller = ?";
    private static final String UNTOLD = "SELECT change_number, event, at FROM room_outbox"
            + " WHERE room = ? AND position IS NULL ORDER BY change_number";
    private static final String LOGGED = "UPDATE room_outbox SET position = ?, at = ?"
            + " WHERE room = ? AND change_number = ? AND position IS NULL";
    private static final String SINCE = "UPDATE room_member SET since = ? WHERE room = ? AND joined_by = ?";

    private final Database database;
    private final Clock clock;

    SqlTeller(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As {@link RoomTables#appendWaiting}. Completes within half a minute. */
    Uni<List<Event>> appendWaiting(String room, Function<Event, CompletionStage<Event>> append) {
        return database.look(NEWEST, room)
                .chain(rows -> rows.getFirst().getLong("newest") == null
                        ? Uni.createFrom().item(List.<Event>of())
                        : inTurn(room, rows.getFirst().getLong("newest"), append))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private Uni<List<Event>> inTurn(String room, long newest, Function<Event, CompletionStage<Event>> append) {
        String me = UUID.randomUUID().toString();
        long now = clock.millis();
        return database.change(CLAIM, me, now + TELLS_FOR_MILLIS, room, now)
                .chain(mine -> mine > 0 ? tellAll(room, me, append) : afterTheOther(room, newest, append));
    }

    private Uni<List<Event>> afterTheOther(String room, long newest, Function<Event, CompletionStage<Event>> append) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK_AGAIN_AFTER)
                .chain(() -> database.look(LEFT, room, newest))
                .chain(left -> left.isEmpty() ? Uni.createFrom().item(List.of()) : inTurn(room, newest, append));
    }

    private Uni<List<Event>> tellAll(String room, String me, Function<Event, CompletionStage<Event>> append) {
        return database.look(UNTOLD, room)
                .chain(rows -> appendEach(rows, append))
                .chain(events -> keep(room, me, events))
                .onFailure()
                .call(() -> database.change(RELEASE, room, me).onFailure().recoverWithItem(0));
    }

    private static Uni<List<Event>> appendEach(List<Row> rows, Function<Event, CompletionStage<Event>> append) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> Uni.createFrom()
                        .completionStage(() -> append.apply(SqlEvents.read(row, Event.UNSTAMPED)))
                        .ifNoItem()
                        .after(APPENDED_WITHIN)
                        .fail())
                .collect()
                .asList();
    }

    /** Those that nobody else has kept. The room's lock first, as whoever changes the room takes it. */
    private Uni<List<Event>> keep(String room, String me, List<Event> events) {
        return database.write(connection -> SqlRoomTables.locked(connection, room)
                .chain(() -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(event -> counts(connection, room, event))
                        .select()
                        .where(event -> event.position() != Event.UNSTAMPED)
                        .collect()
                        .asList())
                .call(() -> Database.change(connection, RELEASE, room, me)));
    }

    /** The event, or the same unstamped where its row was kept before. */
    private static Uni<Event> counts(SqlConnection connection, String room, Event event) {
        long number = Decision.change(event);
        return Database.change(connection, LOGGED, event.position(), event.at().toEpochMilli(), room, number)
                .chain(kept -> kept > 0 && event instanceof Event.Joined
                        ? Database.change(connection, SINCE, event.position(), room, number)
                                .replaceWith(kept)
                        : Uni.createFrom().item(kept))
                .map(kept -> kept > 0 ? event : event.stamped(Event.UNSTAMPED, event.at()));
    }
}
