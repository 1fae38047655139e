package dev.postrider.chat.fake;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow.Seen;
import dev.postrider.chat.message.WindowStore;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One node's way to a shared memory. */
public final class FakeStore implements WindowStore {
    public FakeRedis redis;
    public boolean away;
    private final String node;

    public FakeStore(String node, FakeRedis redis) {
        this.node = node;
        this.redis = redis;
    }

    @Override
    public CompletionStage<String> name() {
        return answer(() -> redis.named());
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return answer(() -> redis.held.putIfAbsent(key, node) == null);
    }

    @Override
    public CompletionStage<Found<Boolean>> claim(MessageKey key) {
        return answer(() -> new Found<>(node.equals(redis.held.get(key)), redis.name));
    }

    @Override
    public CompletionStage<Found<Seen>> contest(MessageKey key) {
        return answer(() -> {
            Seen seen = seen(key);
            if (!(seen instanceof Seen.Answered)) {
                redis.held.put(key, "contested");
            }
            return new Found<>(seen, redis.name);
        });
    }

    @Override
    public CompletionStage<Found<Seen>> look(MessageKey key) {
        return answer(() -> new Found<>(seen(key), redis.name));
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        if (!away) {
            redis.held.put(key, new Seen.Answered(position, at));
        }
    }

    private Seen seen(MessageKey key) {
        Object value = redis.held.get(key);
        if (value instanceof Seen.Answered answered) {
            return answered;
        }
        return value == null ? new Seen.Nothing() : new Seen.Touched();
    }

    private <T> CompletionStage<T> answer(Supplier<T> value) {
        return away
                ? CompletableFuture.failedFuture(new IllegalStateException("away"))
                : CompletableFuture.completedFuture(value.get());
    }
}
