package dev.postrider.chat.message;

import dev.postrider.contracts.internal.Target;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whose message stands at a position. */
public interface Targets {
    /** Empty where there is none. Completes exceptionally where nobody can tell now. */
    CompletionStage<Optional<Target>> find(String conversation, long position);
}
