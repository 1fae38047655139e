package dev.postrider.chat.channel;

import dev.postrider.contracts.topic.LogVector;
import java.util.concurrent.CompletionStage;

/** Where {@code chat.log} ends. */
@FunctionalInterface
public interface LogEnds {
    /** The ends at a moment after this call, so that everything acknowledged before it lies below them. */
    CompletionStage<LogVector> ask();
}
