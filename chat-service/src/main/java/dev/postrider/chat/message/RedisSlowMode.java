package dev.postrider.chat.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Turns that all nodes share; while Redis is away, or where it forgot, those that were taken on this node still hold, and of
 * many ids at once one takes the turn here.
 */
public final class RedisSlowMode implements SlowMode {
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
    private static final String TAKE = script();

    private final Redis redis;
    private final HeldTurns here;

    public RedisSlowMode(Redis redis, HeldTurns here) {
        this.redis = redis;
        this.here = here;
    }

    @Override
    public CompletionStage<Long> take(String user, String conversation, String id, long everyMillis) {
        long wait = here.wait(user, conversation, id, everyMillis);
        if (wait > 0) {
            return CompletableFuture.completedFuture(wait);
        }
        Request request = Request.cmd(Command.EVAL)
                .arg(TAKE)
                .arg(1)
                .arg("slow:{" + user + "}:" + conversation)
                .arg(id)
                .arg(everyMillis);
        return redis.send(request)
                .ifNoItem()
                .after(ANSWER_WITHIN)
                .fail()
                .map(answer -> Math.min(everyMillis, answer.toLong()))
                .invoke(others -> {
                    if (others == 0) {
                        here.hold(user, conversation, id);
                    }
                })
                .onFailure()
                .recoverWithUni(
                        () -> Uni.createFrom().completionStage(() -> here.take(user, conversation, id, everyMillis)))
                .subscribeAsCompletionStage();
    }

    private static String script() {
        try (InputStream file = RedisSlowMode.class.getResourceAsStream("/lua/take_turn.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
