package dev.postrider.simulator;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow;
import dev.postrider.chat.message.WindowStore;
import dev.postrider.chat.message.WindowStore.Found;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** A window that believes whatever memory it finds; or, worse, does not even look again after its mark. */
final class Credulous implements SharedWindow {
    private final WindowStore store;
    private final boolean markIsEnough;

    Credulous(WindowStore store, boolean markIsEnough) {
        this.store = store;
        this.markIsEnough = markIsEnough;
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return store.mark(key);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return store.claim(key).thenApply(found -> markIsEnough || found.what());
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
