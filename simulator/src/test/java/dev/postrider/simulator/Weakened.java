package dev.postrider.simulator;

import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.SharedWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The agreed window, used too late or not asked at all. */
record Weakened(SharedWindow window, Rule without, Host host) implements SharedWindow {
    private static final Duration LATE = Duration.ofMillis(150);

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return window.mark(key);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return window.claim(key);
    }

    @Override
    public CompletionStage<Seen> contest(MessageKey key) {
        if (without != Rule.CONTEST_BEFORE_APPEND) {
            return window.contest(key);
        }
        host.after(LATE, () -> window.contest(key));
        return CompletableFuture.completedFuture(new Seen.Nothing());
    }

    @Override
    public CompletionStage<Seen> look(MessageKey key) {
        return without == Rule.REFUSAL_IS_LOOKED_UP
                ? CompletableFuture.completedFuture(new Seen.Nothing())
                : window.look(key);
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        window.keep(key, position, at);
    }
}
