package dev.postrider.chat.room;

import dev.postrider.contracts.control.ControlRecord;
import java.util.concurrent.CompletionStage;

/** Tells all nodes. */
public interface Notices {
    /** Completes once all in-sync replicas of {@code chat.control} have it; exceptionally where that is unknown. */
    CompletionStage<Void> tell(ControlRecord.Membership notice);
}
