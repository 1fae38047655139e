package dev.postrider.chat.fake;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.contracts.frame.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps what was delivered. */
public final class FakeFanout implements Fanout {
    public final List<Event> delivered = new ArrayList<>();
    public final List<Long> nudged = new ArrayList<>();

    @Override
    public CompletionStage<Void> deliver(Event event, Audience audience, @Nullable String except) {
        delivered.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> nudge(Audience audience, String conversation, long position) {
        nudged.add(position);
        return CompletableFuture.completedFuture(null);
    }
}
