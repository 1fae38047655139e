package dev.postrider.chat.channel;

import dev.postrider.contracts.control.ControlRecord;
import java.util.concurrent.CompletionStage;

/** The control topic, to write to. In the order of the calls, best effort: what counts is what is read back. */
public interface ControlLog {
    void write(ControlRecord record);

    /** The same for what must not be dropped. Completes once all in-sync replicas have it, exceptionally where that is unknown. */
    CompletionStage<Void> tell(ControlRecord record);
}
