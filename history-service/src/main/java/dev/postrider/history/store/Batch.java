package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import java.util.List;

/**
 * A stretch of the log to be stored as one.
 *
 * @param spans what it moves, at most one a partition
 * @param events all usable events in them, each partition's in the order of the log
 */
public record Batch(int epoch, List<Span> spans, List<Event> events) {

    /**
     * The same in two, each with partitions of its own: they may be stored at the same time, as by two nodes. Only one
     * where there is but one partition.
     */
    public List<Batch> halves() {
        List<Batch> halves = List.of(half(0), half(1));
        return halves.stream().filter(half -> !half.spans.isEmpty()).toList();
    }

    private Batch half(int which) {
        return new Batch(
                epoch,
                spans.stream().filter(span -> span.partition % 2 == which).toList(),
                events.stream()
                        .filter(event -> LogPartitions.of(event.conversation()) % 2 == which)
                        .toList());
    }

    /** Of one partition, the offsets from {@code from} up to but not including {@code to}. */
    public record Span(int partition, long from, long to) {}
}
