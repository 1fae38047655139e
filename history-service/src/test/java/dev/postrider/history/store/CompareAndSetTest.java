package dev.postrider.history.store;

import static dev.postrider.history.support.Api.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Position;
import dev.postrider.history.store.BatchWriter.Outcome;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A paused node that wakes up and goes on where it was, though another has gone on meanwhile. */
@QuarkusTest
class CompareAndSetTest {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private final BatchWriter writer;
    private final Progress progress;
    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());
    private final int partition = LogPartitions.of(talk.conversation());

    CompareAndSetTest(BatchWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    @Test
    void aWriterThatWasOvertakenStoresNothing() {
        long said = talk.say(wren, "stored by the node that is awake");
        page(wren, talk.conversation(), said, Map.of());
        Event stale = talk.message(Talk.id(), wren, "a stale batch", null, null).stamped(said, Instant.now());
        Batch late = new Batch(
                0,
                List.of(new Batch.Span(partition, Position.offset(said), Position.offset(said) + 1)),
                List.of(stale));

        Outcome outcome = writer.write(late).await().atMost(ANSWER_MAX);

        assertInstanceOf(Outcome.Overtaken.class, outcome);
        assertEquals(List.of(), Tables.holding("a stale batch"));
    }

    @Test
    void anotherEpochStoresNothing() {
        long next = progress.stand().await().atMost(ANSWER_MAX).vector().next(partition);
        Batch foreign = new Batch(1, List.of(new Batch.Span(partition, next, next + 1)), List.of());

        Outcome outcome = writer.write(foreign).await().atMost(ANSWER_MAX);

        assertInstanceOf(Outcome.Overtaken.class, outcome);
    }

    @Test
    void oneStalePartitionHoldsTheWholeBatchBack() {
        long said = talk.say(wren, "hello");
        page(wren, talk.conversation(), said, Map.of());
        int other = (partition + 1) % 64;
        long next = progress.stand().await().atMost(ANSWER_MAX).vector().next(other);
        Batch mixed = new Batch(
                0, List.of(new Batch.Span(partition, 0, 1), new Batch.Span(other, next, next + 5)), List.of());

        Outcome outcome = writer.write(mixed).await().atMost(ANSWER_MAX);

        assertInstanceOf(Outcome.Overtaken.class, outcome);
        assertEquals(next, progress.stand().await().atMost(ANSWER_MAX).vector().next(other));
    }
}
