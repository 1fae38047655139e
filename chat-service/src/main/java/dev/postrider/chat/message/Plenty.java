package dev.postrider.chat.message;

import dev.postrider.contracts.internal.Counts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What there is already of what a room or a message may have only so many of. */
public interface Plenty {
    int PINS_MAX = 100;
    int EMOJIS_MAX = 50;

    /** Nobody counts. */
    Plenty UNKNOWN = (conversation, position) -> CompletableFuture.completedFuture(Optional.empty());

    /** Pins of the conversation and reactions to that message; empty where nobody can tell now. Never fails. */
    CompletionStage<Optional<Counts>> of(String conversation, long position);
}
