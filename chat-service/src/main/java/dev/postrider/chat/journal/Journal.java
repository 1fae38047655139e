package dev.postrider.chat.journal;

import dev.postrider.base.trace.Step;
import dev.postrider.contracts.frame.Event;
import java.util.concurrent.CompletionStage;

/** The log, to append to. */
public interface Journal {

    /**
     * Hands an event to the log. Completes with the stamped event once all in-sync replicas have it. Completes
     * exceptionally where that is <em>unknown</em>: the record may still appear, at any later time, so nobody may be told
     * that it failed.
     */
    CompletionStage<Event> append(Event event);

    /** The same; where {@code cause} is followed, whoever reads the record can go on from it. */
    default CompletionStage<Event> append(Event event, Step cause) {
        return append(event);
    }

    /** False while nothing was acknowledged for too long, or too much is under way: refuse before handing over. */
    boolean open();
}
