package dev.postrider.gateway.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private final List<Integer> began = new ArrayList<>();
    private final List<Runnable> back = new ArrayList<>();

    @Test
    void soManyAreAtWorkAndTheOthersFollowInTheirOrder() {
        Turns turns = new Turns(2, () -> 0);
        for (int i = 0; i < 5; i++) {
            come(turns, i);
        }
        assertEquals(List.of(0, 1), began);
        assertEquals(3, turns.waiting());

        back.get(1).run();
        assertEquals(List.of(0, 1, 2), began);
        back.get(0).run();
        back.get(2).run();
        assertEquals(List.of(0, 1, 2, 3, 4), began);
        assertEquals(2, turns.taken());
        assertEquals(0, turns.waiting());
    }

    @Test
    void aTurnGivenBackTwiceIsOneTurn() {
        Turns turns = new Turns(1, () -> 0);
        come(turns, 0);
        come(turns, 1);
        come(turns, 2);

        back.getFirst().run();
        back.getFirst().run();

        assertEquals(List.of(0, 1), began);
        assertEquals(1, turns.taken());
    }

    @Test
    void moreAtOnceWhereOpeningIsQuickAndFewerAgainWhereItIsSlow() {
        AtomicLong now = new AtomicLong();
        Turns turns = new Turns(8, now::get);
        for (int i = 0; i < 400; i++) {
            come(turns, i);
        }
        assertEquals(4, turns.taken());

        openAll(turns, now, 2, 60);
        assertEquals(8, turns.taken());
        openAll(turns, now, 100, 60);
        assertEquals(4, turns.taken());
    }

    @Test
    void whoGoesBeforeTheSocketStandsSaysNothingOfHowLongOpeningTakes() {
        AtomicLong now = new AtomicLong();
        Turns turns = new Turns(8, now::get);
        for (int i = 0; i < 8; i++) {
            turns.take(Runnable::run, Turns.Turn::end);
        }
        for (int i = 0; i < 400; i++) {
            come(turns, i);
        }

        openAll(turns, now, 20, 60);
        assertEquals(8, turns.taken());
    }

    /** So many, one behind the other, each of which took so long. */
    private void openAll(Turns turns, AtomicLong now, int millis, int count) {
        for (int i = 0; i < count; i += turns.taken()) {
            now.addAndGet(millis * 1_000_000L);
            List<Runnable> underWay = List.copyOf(back);
            back.clear();
            underWay.forEach(Runnable::run);
        }
    }

    @Test
    void nobodyIsForgottenAndNeverAreTooManyAtWorkWhereAllComeAtOnce() throws InterruptedException {
        int all = 40_000;
        Turns turns = new Turns(3, () -> 0);
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(all);
        try (ExecutorService comers = Executors.newFixedThreadPool(4);
                ExecutorService workers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < all; i++) {
                comers.execute(() -> turns.take(workers, leave -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    atWork.decrementAndGet();
                    leave.opened();
                    done.countDown();
                }));
            }
            assertTrue(done.await(60, TimeUnit.SECONDS), () -> done.getCount() + " wait for ever");
        }
        assertTrue(most.get() <= 3, () -> most + " at once");
        assertEquals(0, turns.taken());
    }

    private void come(Turns turns, int who) {
        turns.take(Runnable::run, leave -> {
            began.add(who);
            back.add(leave::opened);
        });
    }
}
