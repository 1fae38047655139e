package dev.postrider.simulator;

import dev.postrider.chat.journal.Journal;
import dev.postrider.contracts.frame.Event;
import java.util.concurrent.CompletionStage;

/** Counts the marks that a node appends within a second. */
final class CountedMarks implements Journal {
    private final Timeline time;
    private final Journal journal;
    private long since = Long.MIN_VALUE / 2;
    private int within;
    private int most;

    CountedMarks(Timeline time, Journal journal) {
        this.time = time;
        this.journal = journal;
    }

    @Override
    public boolean open() {
        return journal.open();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        within = time.now() - since < 1_000 ? within + 1 : 1;
        since = within == 1 ? time.now() : since;
        most = Math.max(most, within);
        return journal.append(event);
    }

    /** The most within a second. */
    int most() {
        return most;
    }
}
