package dev.postrider.chat.fake;

import dev.postrider.chat.channel.Fanout;
import dev.postrider.contracts.frame.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps what was delivered. */
public final class FakeFanout implements Fanout {
    public final List<Event> delivered = new ArrayList<>();
    public final List<Long> nudged = new ArrayList<>();

    @Override
    public CompletionStage<Void> deliver(Event event, Collection<String> recipients, @Nullable String except) {
        delivered.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> nudge(Collection<String> recipients, String conversation, long position) {
        nudged.add(position);
        return CompletableFuture.completedFuture(null);
    }
}
