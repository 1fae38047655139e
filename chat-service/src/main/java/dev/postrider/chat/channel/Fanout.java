package dev.postrider.chat.channel;

import dev.postrider.contracts.frame.Event;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands an appended event to every recipient's channel. */
public interface Fanout {
    /**
     * Completes once each recipient's sessions here have it and every channel that another node serves acknowledged its
     * record. Waits while this node is not fresh; retries for ever.
     *
     * @param except the socket that gets an answer instead; null for none
     */
    CompletionStage<Void> deliver(Event event, Collection<String> recipients, @Nullable String except);

    /** Asks the recipients to sync beyond a position of a conversation; otherwise as {@link #deliver}. */
    CompletionStage<Void> nudge(Collection<String> recipients, String conversation, long position);
}
