package dev.postrider.gateway.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EndingsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Endings endings = new Endings(vertx);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aLoneOneIsDoneAtOnce() {
        AtomicInteger done = new AtomicInteger();

        endings.add(done::incrementAndGet);

        assertEquals(1, done.get());
    }

    @Test
    void oneThatFailsKeepsNoOtherFromItsTurn() throws InterruptedException {
        assertThrows(
                IllegalStateException.class,
                () -> endings.add(() -> {
                    throw new IllegalStateException("gone already");
                }));
        CountDownLatch done = new CountDownLatch(1);

        endings.add(done::countDown);

        assertTrue(done.await(60, TimeUnit.SECONDS));
    }

    @Test
    void nobodyIsForgottenWhereAllGoAtOnce() throws InterruptedException {
        int all = 4_000;
        CountDownLatch done = new CountDownLatch(all);
        try (ExecutorService goers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < all; i++) {
                goers.execute(() -> endings.add(done::countDown));
            }
        }

        assertTrue(done.await(60, TimeUnit.SECONDS), () -> done.getCount() + " are never ended");
    }
}
