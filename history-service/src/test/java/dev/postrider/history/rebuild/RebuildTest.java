package dev.postrider.history.rebuild;

import static dev.postrider.history.support.Api.page;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.base.KafkaSettings;
import dev.postrider.history.ingest.LogReplay;
import dev.postrider.history.rebuild.RebuildState.Compared;
import dev.postrider.history.rebuild.RebuildState.Step;
import dev.postrider.history.support.EventMix;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RebuildTest {
    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final String GENERATION = "SELECT number FROM generation";

    private final Rebuild rebuild;
    private final Rebuild.Sources sources;
    private final KafkaSettings kafka;
    private final DataSource database;
    private final RedisDataSource redis;
    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());

    RebuildTest(
            Rebuild rebuild, Rebuild.Sources sources, KafkaSettings kafka, DataSource database, RedisDataSource redis) {
        this.redis = redis;
        this.rebuild = rebuild;
        this.sources = sources;
        this.kafka = kafka;
        this.database = database;
    }

    @Test
    void everyTableOfAnIdleLogIsTheSameAgain() {
        EventMix mix = new EventMix(20_261_123, true);
        mix.write(600);
        mix.awaitStored();
        long generation = Tables.number(GENERATION);

        RebuildState.Done done = Rebuilds.run(rebuild);

        assertEquals(List.of(), Rebuilds.different(done));
        assertEquals(generation + 1, Tables.number(GENERATION));
        assertEquals(
                Tables.texts(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                                + " AND table_name NOT IN ('flyway_schema_history', 'generation', 'page_purge')"
                                + " ORDER BY table_name",
                        Tables.SCHEMA),
                done.tables().stream().map(Compared::table).toList());
        assertEquals(List.of(), Tables.texts(Rebuilds.SHADOW_TABLES));
    }

    @Test
    void messagesGoOnMeanwhileAndReadersNeverFindLess() {
        long first = talk.say(wren, "first");
        EventMix mix = new EventMix(7, true);
        mix.write(2_000);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                mix.write(50);
                mix.awaitStored();
            }
        });
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                List<String> bodies =
                        page(wren, talk.conversation(), first, Map.of()).getList("messages.body");
                assertEquals(List.of("first"), bodies);
            }
        });

        RebuildState.Done once = Rebuilds.run(rebuild);
        RebuildState.Done again = Rebuilds.run(rebuild);

        over.set(true);
        writing.join();
        reading.join();
        mix.awaitStored();
        RebuildState.Done idle = Rebuilds.run(rebuild);
        assertEquals(List.of(), Rebuilds.different(once));
        assertEquals(List.of(), Rebuilds.different(again));
        assertEquals(List.of(), Rebuilds.different(idle));
        assertTrue(once.read() < idle.read());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whereItDiesNothingIsSwappedAndTheNextOneBeginsAnew(Step step) throws SQLException {
        long before = talk.say(wren, "before");
        page(wren, talk.conversation(), before, Map.of());
        long generation = Tables.number(GENERATION);

        assertThrows(Exception.class, () -> runUntilKilledAt(step));

        assertEquals(generation, Tables.number(GENERATION));
        long after = talk.say(wren, "after");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        List.of("before", "after"),
                        page(wren, talk.conversation(), after, Map.of()).getList("messages.body")));
        assertEquals(List.of(), Rebuilds.different(Rebuilds.run(rebuild)));
        assertEquals(generation + 1, Tables.number(GENERATION));
        assertEquals(List.of(), Tables.texts(Rebuilds.SHADOW_TABLES));
    }

    @Test
    void ofTwoAtOnceOneIsRefused() throws SQLException {
        try (TableSet first = TableSet.locked(database)) {
            RebuildState.Failed refused = assertInstanceOf(RebuildState.Failed.class, Rebuilds.ended(rebuild));

            assertTrue(refused.reason().startsWith("another rebuild is at work"), refused.reason());
        }
        Rebuilds.run(rebuild);
    }

    @Test
    void whatTheTablesTellWronglyIsMendedAlsoInRedis() {
        long said = talk.say(wren, "as it was said");
        page(wren, talk.conversation(), said, Map.of());
        Tables.change("UPDATE entry SET body = 'as nobody said' WHERE conversation = ?", talk.conversation());
        page(wren, talk.conversation(), said, Map.of());
        long generation = Tables.number(GENERATION);

        RebuildState.Done done = Rebuilds.run(rebuild);

        assertEquals(
                List.of("entry"),
                Rebuilds.different(done).stream().map(Compared::table).toList());
        assertEquals(
                List.of("as it was said"),
                page(wren, talk.conversation(), said, Map.of()).getList("messages.body"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Tables.texts("SELECT conversation FROM page_purge").isEmpty());
        String kept = String.valueOf(redis.execute("HGET", "history:page:{" + talk.conversation() + "}", "page"));
        assertTrue(kept.contains("as it was said") && kept.contains("\"generation\":" + (generation + 1)), kept);
    }

    @Test
    void whatIsStoredJustNowIsWaitedForByTheHold() throws Exception {
        try (TableSet tables = TableSet.locked(database);
                Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("UPDATE progress SET next = next + 1 WHERE part = 0 AND NOT EXISTS"
                    + " (SELECT 1 FROM generation WHERE held_until > UNIX_TIMESTAMP(NOW(3)) * 1000)");

            CompletableFuture<Void> hold = CompletableFuture.runAsync(() -> held(tables));

            assertThrows(
                    java.util.concurrent.TimeoutException.class,
                    () -> hold.get(500, java.util.concurrent.TimeUnit.MILLISECONDS));
            writer.rollback();
            hold.get(5, java.util.concurrent.TimeUnit.SECONDS);
            tables.release();
        }
    }

    private static void held(TableSet tables) {
        try {
            tables.hold(HOLD);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As when the process dies: the server ends the connection on which everything hangs. */
    private void runUntilKilledAt(Step step) throws SQLException, InterruptedException {
        TableSet tables = TableSet.locked(database);
        try (LogReplay log = new LogReplay(kafka, 100)) {
            new RebuildRun(tables, log, sources.live(), sources.shadow(), HOLD, state -> {
                        if (state instanceof RebuildState.Running now && now.step() == step) {
                            Tables.change("KILL "
                                    + Tables.number("SELECT IS_USED_LOCK(CONCAT('rebuild:', MD5(DATABASE())))"));
                        }
                    })
                    .run(sources.identity().topicId());
        } finally {
            assertThrows(SQLException.class, tables::close);
        }
    }
}
