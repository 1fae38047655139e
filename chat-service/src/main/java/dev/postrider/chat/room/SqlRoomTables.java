package dev.postrider.chat.room;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.database.Database;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The tables {@code room}, {@code room_member} and {@code room_outbox}. */
@ApplicationScoped
public class SqlRoomTables implements RoomTables {
    /** A row of answer also where there is no room: who may not know of it cannot tell. */
    static final String LOCK = "SELECT COUNT(*) AS rooms FROM room WHERE room = ? FOR UPDATE";

    private static final String LEFT_BEHIND = "SELECT position, event, at FROM room_outbox"
            + " WHERE room = ? AND position IS NOT NULL AND at <= ? ORDER BY change_number";
    private static final String DISMISSED = "SELECT user_id FROM room_member WHERE room = ? AND left_by = ?";
    private static final String TOLD = "DELETE FROM room_outbox WHERE room = ? AND change_number = ?";
    private static final String WAITING = "SELECT DISTINCT room FROM room_outbox WHERE at <= ? LIMIT ?";

    private final Database database;
    private final SqlRoomReader reader;
    private final SqlTeller teller;
    private final Clock clock;

    SqlRoomTables(Database database, SqlRoomReader reader, SqlTeller teller, Clock clock) {
        this.database = database;
        this.reader = reader;
        this.teller = teller;
        this.clock = clock;
    }

    /** A new room, with its outbox rows. */
    Uni<Void> found(String room, String owner, List<Event> events) {
        return database.write(connection -> SqlRoomReader.crowded(connection, List.of(owner))
                .invoke(crowded -> {
                    if (!crowded.isEmpty()) {
                        throw new ProblemException(ProblemCode.FORBIDDEN, RoomRules.TOO_MANY_ROOMS);
                    }
                })
                .chain(() -> SqlRoomWriter.found(connection, room, events, clock.millis())));
    }

    @Override
    public CompletionStage<Decision> change(String room, String caller, RoomCommand command) {
        return database.write(connection -> locked(connection, room)
                        .chain(() -> reader.facts(connection, room, caller, command))
                        .map(facts -> RoomRules.decide(facts, caller, command))
                        .call(decision -> decision instanceof Decision.Done done
                                ? SqlRoomWriter.keep(connection, room, done, clock.millis())
                                        .chain(() -> used(connection, command, done))
                                : Uni.createFrom().voidItem()))
                .subscribeAsCompletionStage();
    }

    /** Who joins by an invitation uses it, also where the room is open; who is in it already does not. */
    private static Uni<Void> used(SqlConnection connection, RoomCommand command, Decision.Done done) {
        return command instanceof RoomCommand.Join join
                        && join.invite() != null
                        && !done.events().isEmpty()
                ? SqlInvites.use(connection, InviteCodes.digest(join.invite()))
                : Uni.createFrom().voidItem();
    }

    @Override
    public CompletionStage<List<Event>> appendWaiting(String room, Function<Event, CompletionStage<Event>> append) {
        return teller.appendWaiting(room, append).subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<Event>> logged(String room, long olderThanMillis) {
        return database.look(LEFT_BEHIND, room, clock.millis() - olderThanMillis)
                .map(rows -> rows.stream()
                        .map(row -> SqlEvents.read(row, row.getLong("position")))
                        .toList())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<String>> dismissed(String room, long change) {
        return database.look(DISMISSED, room, change)
                .map(rows -> rows.stream().map(row -> row.getString("user_id")).toList())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> told(String room, long change) {
        return database.change(TOLD, room, change).replaceWithVoid().subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<String>> waiting(long olderThanMillis, int roomsMax) {
        return database.look(WAITING, clock.millis() - olderThanMillis, roomsMax)
                .map(rows -> rows.stream().map(row -> row.getString("room")).toList())
                .subscribeAsCompletionStage();
    }

    /** Whoever changes or publishes waits here for whoever does so already. Taken first, so that what is read is newer. */
    static Uni<Void> locked(SqlConnection connection, String room) {
        return Database.look(connection, LOCK, room).replaceWithVoid();
    }
}
