package dev.postrider.chat.fake;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow;
import dev.postrider.chat.message.WindowStore;
import dev.postrider.chat.message.WindowStore.Found;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A window on whose memory all agree. */
public final class FakeWindow implements SharedWindow {
    private final WindowStore store;

    public FakeWindow(WindowStore store) {
        this.store = store;
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return store.mark(key);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return store.claim(key).thenApply(Found::what);
    }

    @Override
    public CompletionStage<Seen> contest(MessageKey key) {
        return store.contest(key).thenApply(Found::what);
    }

    @Override
    public CompletionStage<Seen> look(MessageKey key) {
        return store.look(key).thenApply(Found::what);
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        store.keep(key, position, at);
    }
}
