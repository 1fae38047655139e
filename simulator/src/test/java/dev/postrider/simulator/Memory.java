package dev.postrider.simulator;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow.Seen;
import dev.postrider.chat.message.WindowStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Redis: may be emptied, and out of reach for some nodes or all. */
final class Memory {
    private static final long GIVEN_UP_AFTER = 500;
    private static final int ANSWER_LOST_PERCENT = 1;

    private final Timeline time;
    private final Map<MessageKey, Object> held = new HashMap<>();
    private final Set<String> cutOff = new HashSet<>();
    private String name = "";
    private int names;

    Memory(Timeline time) {
        this.time = time;
    }

    void empty() {
        time.note(() -> "Redis is emptied");
        held.clear();
        name = "";
    }

    /** Keeps a node from it for a while. */
    void cutOff(String node, long millis) {
        time.note(() -> "Redis is out of reach of " + node + " for " + millis);
        cutOff.add(node);
        time.after(millis, () -> cutOff.remove(node));
    }

    WindowStore seenBy(String node, Host host, Supplier<String> incarnation) {
        return new Store(node, host, incarnation);
    }

    private final class Store implements WindowStore {
        private final String node;
        private final Host host;
        private final Supplier<String> incarnation;

        Store(String node, Host host, Supplier<String> incarnation) {
            this.node = node;
            this.host = host;
            this.incarnation = incarnation;
        }

        @Override
        public CompletionStage<String> name() {
            return ask(() -> {
                if (name.isEmpty()) {
                    name = "memory-" + ++names;
                }
                return name;
            });
        }

        @Override
        public CompletionStage<Boolean> mark(MessageKey key) {
            String mine = incarnation.get();
            return ask(() -> held.putIfAbsent(key, mine) == null);
        }

        @Override
        public CompletionStage<Found<Boolean>> claim(MessageKey key) {
            String mine = incarnation.get();
            return ask(() -> new Found<>(mine.equals(held.get(key)), name));
        }

        @Override
        public CompletionStage<Found<Seen>> contest(MessageKey key) {
            return ask(() -> {
                Seen seen = seen(key);
                if (!(seen instanceof Seen.Answered)) {
                    held.put(key, "contested");
                }
                return new Found<>(seen, name);
            });
        }

        @Override
        public CompletionStage<Found<Seen>> look(MessageKey key) {
            return ask(() -> new Found<>(seen(key), name));
        }

        @Override
        public void keep(MessageKey key, long position, Instant at) {
            ask(() -> {
                held.put(key, new Seen.Answered(position, at));
                return true;
            });
        }

        private Seen seen(MessageKey key) {
            Object value = held.get(key);
            if (value instanceof Seen.Answered answered) {
                return answered;
            }
            return value == null ? new Seen.Nothing() : new Seen.Touched();
        }

        /** Done or not, the answer may be missing. */
        private <T> CompletionStage<T> ask(Supplier<T> command) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            time.after(time.between(0, 3), () -> {
                T result = cutOff.contains(node) ? null : command.get();
                if (result == null || time.chance(ANSWER_LOST_PERCENT)) {
                    host.later(
                            GIVEN_UP_AFTER,
                            () -> answer.completeExceptionally(new IllegalStateException("Redis is away")));
                } else {
                    host.later(time.between(0, 3), () -> answer.complete(result));
                }
            });
            return answer;
        }
    }
}
