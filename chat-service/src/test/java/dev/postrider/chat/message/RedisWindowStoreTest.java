package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.DM;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.People;
import dev.postrider.chat.message.SharedWindow.Seen;
import dev.postrider.chat.message.WindowStore.Found;
import dev.postrider.chat.node.VertxTimers;
import dev.postrider.chat.time.Ticker;
import dev.postrider.testkit.server.EmbeddedRedis;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts against a real Redis. */
class RedisWindowStoreTest {
    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());
    /** Each has a connection of its own, for as long as it lives. */
    private static final WindowStore ONE = store("one");

    private static final WindowStore OTHER = store("other");

    private final WindowStore one = ONE;
    private final WindowStore other = OTHER;
    private final MessageKey key = new MessageKey(WREN, DM, People.newId());

    private static WindowStore store(String incarnation) {
        return new RedisWindowStore(
                REDIS,
                Duration.ofMinutes(15),
                Duration.ofSeconds(10),
                () -> incarnation,
                Ticker.system(),
                new VertxTimers(VERTX));
    }

    @AfterAll
    static void end() {
        REDIS.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVER.close();
    }

    @BeforeEach
    void fresh() {
        redis(Request.cmd(Command.FLUSHALL));
    }

    private static void redis(Request request) {
        REDIS.send(request).await().atMost(Duration.ofSeconds(10));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void allSeeOneNameUntilTheMemoryIsEmptied() {
        String name = now(one.name());
        assertEquals(name, now(other.name()));

        fresh();

        assertEquals("", now(one.look(key)).window());
        assertNotEquals(name, now(other.name()));
    }

    @Test
    void memoryThatAnotherServerNamedIsAnotherOne() {
        String name = now(one.name());
        redis(Request.cmd(Command.SET).arg("sent-window").arg("0".repeat(40) + name.substring(40)));

        String renamed = now(one.name());

        assertEquals(name.substring(0, 40), renamed.substring(0, 40));
        assertNotEquals(name, renamed);
    }

    @Test
    void markStandsUntilSomebodyContestsIt() {
        String name = now(one.name());

        assertTrue(now(one.mark(key)));
        assertFalse(now(other.mark(key)));
        assertEquals(new Found<>(true, name), now(one.claim(key)));
        assertEquals(new Found<>(false, name), now(other.claim(key)));
        assertEquals(new Found<>(new Seen.Touched(), name), now(other.contest(key)));
        assertEquals(new Found<>(false, name), now(one.claim(key)));
    }

    @Test
    void aContestOfSomethingUnknownLeavesItsTraceAndAnAnswerStays() {
        assertEquals(new Found<>(new Seen.Nothing(), ""), now(one.contest(key)));
        assertFalse(now(other.mark(key)));
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L);

        one.keep(key, 7, at);

        // Nobody waits for what is kept; the same node's next question goes behind it, another node's may overtake it.
        assertEquals(new Seen.Answered(7, at), now(one.look(key)).what());
        assertEquals(new Seen.Answered(7, at), now(other.contest(key)).what());
        assertEquals(new Seen.Answered(7, at), now(other.look(key)).what());
    }
}
