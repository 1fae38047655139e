package dev.postrider.chat.channel;

import dev.postrider.contracts.frame.Event;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands an appended event to every recipient's channel. */
public interface Fanout {
    /**
     * Completes once each hearer's sessions here have it and every channel that another node serves acknowledged its
     * record. Waits while this node is not fresh; retries for ever.
     *
     * @param except the socket that gets an answer instead; null for none
     */
    CompletionStage<Void> deliver(Event event, Audience audience, @Nullable String except);

    /**
     * The same for what somebody sent just now.
     *
     * @param arrival when its frame came in, from which the time to its delivery is counted
     */
    default CompletionStage<Void> deliver(Event event, Audience audience, @Nullable String except, Arrival arrival) {
        return deliver(event, audience, except);
    }

    /** Asks the audience to sync beyond a position of a conversation; otherwise as {@link #deliver}. */
    CompletionStage<Void> nudge(Audience audience, String conversation, long position);
}
