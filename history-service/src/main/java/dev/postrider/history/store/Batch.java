package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of the log to be stored as one.
 *
 * @param spans what it moves, at most one a partition
 * @param events all usable events in them, each partition's in the order of the log
 */
public record Batch(int epoch, List<Span> spans, List<Event> events) {

    /**
     * The same in that many parts at most, each with partitions of its own: they may be stored at the same time, as by so
     * many nodes. No part is empty.
     */
    public List<Batch> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(which -> part(count, which))
                .filter(part -> !part.spans.isEmpty())
                .toList();
    }

    private Batch part(int count, int which) {
        return new Batch(
                epoch,
                spans.stream().filter(span -> span.partition % count == which).toList(),
                events.stream()
                        .filter(event -> LogPartitions.of(event.conversation()) % count == which)
                        .toList());
    }

    /** Of one partition, the offsets from {@code from} up to but not including {@code to}. */
    public record Span(int partition, long from, long to) {}
}
