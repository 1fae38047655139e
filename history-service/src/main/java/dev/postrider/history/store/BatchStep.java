package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.fold.BatchFold;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The order of work within a batch's transaction: first the compare-and-set of the progress, so that whoever comes
 * second stores nothing; then which records are repeats; then what the others do to the tables. Does no I/O itself.
 */
public final class BatchStep {
    private BatchStep() {}

    /** What was written; empty where the progress did not stand where the batch begins, and nothing was done. */
    public static Uni<Optional<Changes>> store(BatchTables tables, Batch batch) {
        return tables.move(batch)
                .chain(moved -> moved
                        ? told(tables, batch.events())
                                .chain(told -> folded(tables, told))
                                .chain(changes -> tables.write(changes).replaceWith(Optional.of(changes)))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<List<LogEvent>> told(BatchTables tables, List<Event> events) {
        List<LogEvent> all =
                events.stream().map(one -> new LogEvent(one, false)).toList();
        return tables.hold(all).map(lowest -> LogEvent.marked(all, lowest));
    }

    private static Uni<Changes> folded(BatchTables tables, List<LogEvent> events) {
        return tables.messages(events)
                .chain(messages -> tables.rooms(events).map(rooms -> BatchFold.fold(events, messages, rooms)));
    }
}
