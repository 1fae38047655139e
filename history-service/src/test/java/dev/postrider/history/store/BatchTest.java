package dev.postrider.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.history.support.Talk;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static Event event() {
        String wren = Talk.user();
        return Talk.between(wren, Talk.user())
                .message(Talk.id(), wren, "hello", null, null)
                .stamped(1, Instant.EPOCH);
    }

    @Test
    void halvesHoldEverythingOnceEachPartitionInOne() {
        List<Event> events = Stream.generate(BatchTest::event).limit(100).toList();
        List<Batch.Span> spans = IntStream.range(0, 64)
                .mapToObj(partition -> new Batch.Span(partition, 0, 9))
                .toList();

        List<Batch> halves = new Batch(3, spans, events).halves();

        assertEquals(2, halves.size());
        assertEquals(64, halves.stream().mapToLong(half -> half.spans().size()).sum());
        assertEquals(
                100, halves.stream().mapToLong(half -> half.events().size()).sum());
        for (Batch half : halves) {
            assertEquals(3, half.epoch());
            List<Integer> partitions =
                    half.spans().stream().map(Batch.Span::partition).toList();
            assertTrue(half.events().stream()
                    .allMatch(event -> partitions.contains(LogPartitions.of(event.conversation()))));
        }
    }

    @Test
    void onePartitionIsNotHalved() {
        Batch batch = new Batch(0, List.of(new Batch.Span(7, 0, 1)), List.of());

        assertEquals(List.of(batch), batch.halves());
    }
}
