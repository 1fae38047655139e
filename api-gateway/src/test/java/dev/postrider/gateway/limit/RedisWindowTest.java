package dev.postrider.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Wait;
import dev.postrider.testkit.server.EmbeddedRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RedisWindowTest {
    private final AtomicLong now =
            new AtomicLong(System.currentTimeMillis() / Grant.WINDOW_MILLIS * Grant.WINDOW_MILLIS);
    private final String key = UUID.randomUUID().toString();
    private final Vertx vertx = Vertx.vertx();
    private final EmbeddedRedis server = EmbeddedRedis.start();
    private final RedisAPI redis = RedisAPI.api(Redis.createClient(vertx, server.url()));

    @AfterEach
    void close() throws Exception {
        redis.close();
        Wait.until(vertx.close());
        server.close();
    }

    @Test
    void twoGatewaysGiveOneShareTogether() throws Exception {
        var one = new RedisWindow(redis, this::instant);
        var other = new RedisWindow(RedisAPI.api(Redis.createClient(vertx, server.url())), this::instant);
        for (int i = 0; i < 5; i++) {
            assertTrue(Wait.until(one.take(key, 10)).granted());
            assertEquals(8 - 2 * i, Wait.until(other.take(key, 10)).remaining());
        }
        assertFalse(Wait.until(one.take(key, 10)).granted());
        now.addAndGet(Grant.WINDOW_MILLIS + Grant.WINDOW_MILLIS / 2);
        assertEquals(4, Wait.until(other.take(key, 10)).remaining());
    }

    @Test
    void itJudgesAsTheWindowInMemoryDoes() throws Exception {
        var shared = new RedisWindow(redis, this::instant);
        var own = new MemoryWindow(this::instant, 10);
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            now.addAndGet(random.nextInt(2_000));
            assertEquals(Wait.until(own.take(key, 7)), Wait.until(shared.take(key, 7)), "step " + i);
        }
    }

    @Test
    void countersGoByThemselves() throws Exception {
        Wait.until(new RedisWindow(redis, this::instant).take(key, 10));
        var keys = Wait.until(redis.keys("gateway:share:*"));
        assertTrue(Wait.until(redis.pttl(keys.get(0).toString())).toLong() > 0);
    }

    @Test
    void itFailsWhenRedisIsAwaySoThatAnotherCanDecide() {
        server.kill();
        assertThrows(Exception.class, () -> Wait.until(new RedisWindow(redis, this::instant).take(key, 10)));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(now.get());
    }
}
