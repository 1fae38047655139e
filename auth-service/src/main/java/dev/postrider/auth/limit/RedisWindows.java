package dev.postrider.auth.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Sliding windows in Redis, shared by all instances, by one script; fails quickly where Redis is away. */
@ApplicationScoped
class RedisWindows {
    private static final String RESOURCE = "/lua/take_attempt.lua";

    private final RedisAPI redis;
    private final String script;

    RedisWindows(RedisAPI redis) {
        this.redis = redis;
        try (InputStream source = Objects.requireNonNull(RedisWindows.class.getResourceAsStream(RESOURCE))) {
            this.script = new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Uni<Attempts> take(String key, Window window, int limit, boolean count) {
        return redis.eval(List.of(
                        script,
                        "1",
                        key,
                        Long.toString(window.length().toMillis()),
                        Integer.toString(limit),
                        count ? "1" : "0",
                        UUID.randomUUID().toString()))
                .map(answer -> attempts(answer, limit));
    }

    private static Attempts attempts(Response answer, int limit) {
        return new Attempts(
                answer.get(0).toInteger() == 1,
                limit,
                answer.get(1).toInteger(),
                answer.get(2).toLong());
    }
}
