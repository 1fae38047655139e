package dev.postrider.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadTurnsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private final List<Throwable> refused = new ArrayList<>();
    private long now;
    private final ReadTurns turns = new ReadTurns(2, 3, PATIENCE, () -> now);

    private void ask() {
        turns.<String>take(() -> Uni.createFrom().emitter(begun::add))
                .subscribe()
                .with(served::add, refused::add);
    }

    @Test
    void theRestWaitsAndWhoIsTooMuchIsSentAwayAtOnce() {
        for (int i = 0; i < 6; i++) {
            ask();
        }

        assertEquals(2, begun.size());
        assertEquals(1, refused.size());
        assertInstanceOf(DatabaseAwayException.class, refused.getFirst());
    }

    @Test
    void aTurnThatEndsHoweverItEndsGoesToTheNext() {
        for (int i = 0; i < 4; i++) {
            ask();
        }
        begun.get(0).complete("done");
        begun.get(1).fail(new IllegalStateException("broken"));
        assertEquals(4, begun.size());
        begun.get(2).complete("done");
        begun.get(3).complete("done");

        assertEquals(3, served.size());
        ask();
        ask();
        assertEquals(6, begun.size(), "both turns are free again");
    }

    @Test
    void nothingIsBegunForWhoHasGivenUp() {
        ask();
        ask();
        ask();
        now += PATIENCE.toNanos();
        ask();
        begun.get(0).complete("late");

        assertEquals(3, begun.size(), "only the one who came last");
        assertEquals(1, refused.size());
        begun.get(1).complete("late");
        begun.get(2).complete("in time");
        assertEquals(List.of("late", "late", "in time"), served);
    }

    @Test
    void workThatThrowsEndsItsTurn() {
        for (int i = 0; i < 3; i++) {
            turns.take(() -> {
                        throw new IllegalStateException("no work");
                    })
                    .subscribe()
                    .with(item -> {}, refused::add);
        }

        ask();
        ask();
        assertEquals(3, refused.size());
        assertEquals(2, begun.size());
    }

    @Test
    void manyThreadsLoseNoTurn() throws InterruptedException {
        ReadTurns few = new ReadTurns(3, 10_000, PATIENCE, () -> 0);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4_000; i++) {
                threads.execute(() -> few.take(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            return Uni.createFrom().item("x").emitOn(threads).invoke(inside::decrementAndGet);
                        })
                        .subscribe()
                        .with(item -> all.countDown()));
            }
            assertTrue(all.await(60, TimeUnit.SECONDS), () -> all.getCount() + " were never served");
        }
        assertTrue(most.get() <= 3, () -> most + " at once");
    }
}
