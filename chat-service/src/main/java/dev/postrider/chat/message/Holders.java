package dev.postrider.chat.message;

import dev.postrider.contracts.internal.Holder;
import java.util.concurrent.CompletionStage;

/** Who holds an id, as the log tells. */
public interface Holders {
    /**
     * The lowest record that carries the key, once history has read beyond {@code past}. Completes exceptionally where
     * history cannot tell in time.
     */
    CompletionStage<Holder> of(MessageKey key, long past);
}
