package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import java.util.List;

/**
 * A stretch of the log to be stored as one.
 *
 * @param spans what it moves, at most one a partition
 * @param events all usable events in them, each partition's in the order of the log
 */
public record Batch(int epoch, List<Span> spans, List<Event> events) {

    /** Of one partition, the offsets from {@code from} up to but not including {@code to}. */
    public record Span(int partition, long from, long to) {}
}
