package dev.postrider.chat.message;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whose turn it is in a room in slow mode. A turn is an id's: who sends the same again keeps it. */
public interface SlowMode {
    /** Everybody's, always. */
    SlowMode NONE = (user, conversation, id, everyMillis) -> CompletableFuture.completedFuture(0L);

    /** Takes this user's turn for this id; 0, or how many milliseconds until there is another. Never fails. */
    CompletionStage<Long> take(String user, String conversation, String id, long everyMillis);
}
