package dev.postrider.chat.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class RedisSlowModeTest {
    private static final long EVERY = 60_000;

    private final String wren = TestTokens.newUser();
    private final String room = "room:" + TestTokens.newUser();
    private final SlowMode one;
    private final SlowMode other;

    private final Vertx vertx;

    RedisSlowModeTest(Redis redis, Vertx vertx) {
        this.vertx = vertx;
        one = new RedisSlowMode(redis, new HeldTurns(new FakeTime()));
        other = new RedisSlowMode(redis, new HeldTurns(new FakeTime()));
    }

    private long takes(SlowMode node, String id) {
        return node.take(wren, room, id, EVERY).toCompletableFuture().join();
    }

    @Test
    void aTurnTakenOnOneNodeIsTakenOnAll() {
        String id = People.newId();
        assertEquals(0, takes(one, id));

        long wait = takes(other, People.newId());

        assertTrue(wait > 0 && wait <= EVERY);
        assertEquals(0, takes(other, id));
        assertEquals(
                0,
                one.take(wren, "room:" + TestTokens.newUser(), People.newId(), EVERY)
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void whileRedisIsAwayOneOfManyIdsAtOnceTakesTheTurnOfTheNode() {
        SlowMode alone =
                new RedisSlowMode(Redis.createClient(vertx, "redis://127.0.0.1:1"), new HeldTurns(new FakeTime()));

        List<CompletableFuture<Long>> waits = IntStream.range(0, 20)
                .mapToObj(i -> alone.take(wren, room, People.newId(), EVERY).toCompletableFuture())
                .toList();

        assertEquals(
                1,
                waits.stream()
                        .map(CompletableFuture::join)
                        .filter(wait -> wait == 0)
                        .count());
    }
}
