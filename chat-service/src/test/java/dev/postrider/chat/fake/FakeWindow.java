package dev.postrider.chat.fake;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One node's look at a shared window in memory. */
public final class FakeWindow implements SharedWindow {
    public boolean away;
    private final Map<MessageKey, Object> held;
    private final String node;

    public FakeWindow(String node, Map<MessageKey, Object> held) {
        this.node = node;
        this.held = held;
    }

    public FakeWindow() {
        this("one", new HashMap<>());
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return answer(() -> held.putIfAbsent(key, node) == null);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return answer(() -> node.equals(held.get(key)));
    }

    @Override
    public CompletionStage<Seen> contest(MessageKey key) {
        return answer(() -> {
            Seen seen = seen(key);
            if (!(seen instanceof Seen.Answered)) {
                held.put(key, "contested");
            }
            return seen;
        });
    }

    @Override
    public CompletionStage<Seen> look(MessageKey key) {
        return answer(() -> seen(key));
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        if (!away) {
            held.put(key, new Seen.Answered(position, at));
        }
    }

    private Seen seen(MessageKey key) {
        Object value = held.get(key);
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
