package dev.postrider.chat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.database.Database;
import dev.postrider.chat.fake.SilentLog;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.time.ManualClock;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Changes of rooms on their way to a log that takes its time. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class SqlTellerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Ahead of the clock of the node under which this runs, so that its own sweep leaves these rows alone. */
    private final ManualClock clock = ManualClock.at(Instant.parse("2031-02-03T04:05:06Z"));

    private final SilentLog log = new SilentLog();
    private final String wren = TestTokens.newUser();
    private final Database database;
    private final SqlRoomTables one;
    private final SqlRoomTables other;

    SqlTellerTest(Database database, SqlRoomReader reader) {
        this.database = database;
        this.one = new SqlRoomTables(database, reader, new SqlTeller(database, clock), clock);
        this.other = new SqlRoomTables(database, reader, new SqlTeller(database, clock), clock);
    }

    /** A room with two changes that the log was not told of. */
    private String founded() {
        String room = TestTokens.newUser();
        List<Event> events = RoomRules.founded(room, wren, "the barn", "", Visibility.PRIVATE, Settings.DEFAULTS);
        one.found(room, wren, events).await().atMost(PATIENCE);
        return room;
    }

    private CompletableFuture<List<Event>> tells(SqlRoomTables node, String room) {
        return node.appendWaiting(room, log::append).toCompletableFuture();
    }

    private void takes(int which) {
        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() > which);
        log.takes(which);
    }

    private static List<Long> numbers(List<Event> events) {
        return events.stream().map(Decision::change).toList();
    }

    @Test
    void aChangeIsHandedOverOnceTheOneBeforeWasAcknowledged() {
        String room = founded();

        CompletableFuture<List<Event>> told = tells(one, room);
        takes(0);
        takes(1);

        assertEquals(List.of(1L, 2L), numbers(told.join()));
        assertEquals(List.of(1L, 2L), numbers(log.holds()));
        assertEquals(List.of(), tells(other, room).join());
        assertEquals(2, log.handedOver());
    }

    /** The lock counts, so that it answers alike where there is no room; it must hold the room's row for all that. */
    @Test
    void whoHoldsARoomKeepsOthersOut() {
        String room = founded();
        CompletableFuture<Void> holds = new CompletableFuture<>();
        CompletableFuture<Void> leaves = new CompletableFuture<>();
        CompletableFuture<Void> first = database.write(connection -> SqlRoomTables.locked(connection, room)
                        .invoke(() -> holds.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(leaves)))
                .subscribeAsCompletionStage();
        holds.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

        assertThrows(
                CompletionException.class,
                () -> database.look(SqlRoomTables.LOCK + " NOWAIT", room)
                        .subscribeAsCompletionStage()
                        .join());

        leaves.complete(null);
        first.join();
        assertEquals(
                1,
                database.look(SqlRoomTables.LOCK + " NOWAIT", room)
                        .await()
                        .atMost(PATIENCE)
                        .size());
    }

    @Test
    void whileOneTellsTheOtherWaitsAndTellsNothingAgain() {
        String room = founded();
        CompletableFuture<List<Event>> first = tells(one, room);
        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() == 1);

        CompletableFuture<List<Event>> second = tells(other, room);
        takes(0);
        assertFalse(second.isDone());
        takes(1);

        assertEquals(2, first.join().size());
        assertEquals(List.of(), second.join());
        assertEquals(2, log.handedOver());
    }

    @Test
    void whoTakesTooLongIsRelievedAndKeepsNothing() {
        String room = founded();
        CompletableFuture<List<Event>> slow = tells(one, room);
        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() == 1);
        clock.advance(Duration.ofSeconds(7));

        CompletableFuture<List<Event>> quick = tells(other, room);
        takes(1);
        takes(2);
        assertEquals(List.of(1L, 2L), numbers(quick.join()));
        takes(0);
        takes(3);

        assertEquals(List.of(), slow.join());
        assertEquals(List.of(1L, 2L, 1L, 2L), numbers(log.holds()));
    }

    @Test
    void whatTheLogDoesNotAcknowledgeIsLeftToTheNext() {
        String room = founded();
        CompletableFuture<List<Event>> first = one.appendWaiting(
                        room, event -> CompletableFuture.failedFuture(new IllegalStateException("unknown")))
                .toCompletableFuture();
        assertThrows(CompletionException.class, first::join);

        CompletableFuture<List<Event>> next = tells(other, room);
        takes(0);
        takes(1);

        assertEquals(2, next.join().size());
    }

    @Test
    void aLogThatIsSilentHoldsNoConnectionOfTheDatabase() {
        int many = 40;
        List<String> rooms = IntStream.range(0, many).mapToObj(i -> founded()).toList();

        rooms.forEach(room -> tells(one, room));

        Awaitility.await().atMost(PATIENCE).until(() -> log.handedOver() == many);
        assertEquals(
                1,
                database.look("SELECT 1").await().atMost(Duration.ofSeconds(3)).size());
        assertTrue(rooms.stream()
                .noneMatch(room -> other.appendWaiting(room, log::append)
                        .toCompletableFuture()
                        .isDone()));
    }
}
