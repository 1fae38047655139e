package dev.postrider.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Windows that all gateways share, by one script. Fails when Redis is away. */
public final class RedisWindow implements RateWindow {
    private final RedisAPI redis;
    private final InstantSource clock;
    private final String script;

    public RedisWindow(RedisAPI redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
        this.script = read();
    }

    @Override
    public Future<Grant> take(String key, int perMinute) {
        long now = clock.millis();
        long minute = now / Grant.WINDOW_MILLIS;
        long elapsed = now % Grant.WINDOW_MILLIS;
        String stem = "gateway:share:{" + key + "}:";
        return redis.send(
                        Command.EVAL,
                        script,
                        "2",
                        stem + minute,
                        stem + (minute - 1),
                        String.valueOf(perMinute),
                        String.valueOf(elapsed),
                        String.valueOf(Grant.WINDOW_MILLIS))
                .map(answer -> grant(answer, elapsed, perMinute));
    }

    private static Grant grant(Response answer, long elapsed, int perMinute) {
        boolean granted = answer.get(0).toInteger() == 1;
        return Grant.of(granted, answer.get(1).toLong(), answer.get(2).toLong(), elapsed, perMinute);
    }

    private static String read() {
        try (var in = RedisWindow.class.getResourceAsStream("/lua/take_share.lua")) {
            if (in == null) {
                throw new IllegalStateException("The script take_share.lua is missing from the build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
