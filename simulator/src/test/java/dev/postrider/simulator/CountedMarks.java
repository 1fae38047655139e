package dev.postrider.simulator;

import dev.postrider.chat.journal.Journal;
import dev.postrider.contracts.frame.Event;
import java.util.concurrent.CompletionStage;

/** Tells of every mark that is appended. */
record CountedMarks(Journal journal, Runnable appended) implements Journal {
    @Override
    public boolean open() {
        return journal.open();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        appended.run();
        return journal.append(event);
    }
}
