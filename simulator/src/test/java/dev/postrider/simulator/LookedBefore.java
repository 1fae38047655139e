package dev.postrider.simulator;

import dev.postrider.chat.message.Holders;
import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow;
import dev.postrider.contracts.internal.Holder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks history who holds the id of a repeat, and appends afterwards: an earlier record may still be on its way. */
final class LookedBefore implements SharedWindow, Holders {
    private final SharedWindow window;
    private final Holders history;
    private final Map<MessageKey, Optional<Holder>> found = new HashMap<>();

    /** @param history answers at once with what it has read */
    LookedBefore(SharedWindow window, Holders history) {
        this.window = window;
        this.history = history;
    }

    @Override
    public CompletionStage<Seen> contest(MessageKey key) {
        return window.contest(key)
                .exceptionally(away -> new Seen.Nothing())
                .thenCompose(seen -> history.of(key, -1)
                        .handle((holder, none) -> found.put(key, Optional.ofNullable(holder)))
                        .thenApply(looked -> seen));
    }

    @Override
    public CompletionStage<Holder> of(MessageKey key, long past) {
        Optional<Holder> before = found.get(key);
        return before == null
                ? history.of(key, past)
                : CompletableFuture.completedFuture(before.orElse(new Holder(past, "message", Instant.EPOCH)));
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return window.mark(key);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return window.claim(key);
    }

    @Override
    public CompletionStage<Seen> look(MessageKey key) {
        return window.look(key);
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        window.keep(key, position, at);
    }
}
