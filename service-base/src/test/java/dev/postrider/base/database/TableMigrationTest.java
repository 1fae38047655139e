package dev.postrider.base.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TableMigrationTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final CountDownLatch firstTry = new CountDownLatch(1);

    @Test
    void itIsTriedAgainUntilTheDatabaseIsThere() throws InterruptedException {
        TableMigration migration = new TableMigration(() -> failing(1));
        migration.start();
        migration.await();
        assertTrue(migration.done());
        assertEquals(2, tries.get());
    }

    @Test
    void stoppedItTriesNoFurther() throws InterruptedException {
        TableMigration migration = new TableMigration(() -> failing(Integer.MAX_VALUE));
        migration.start();
        assertTrue(firstTry.await(10, TimeUnit.SECONDS));
        migration.stop();
        Thread.sleep(1_500);
        assertEquals(1, tries.get());
        assertFalse(migration.done());
    }

    private void failing(int times) {
        int now = tries.incrementAndGet();
        firstTry.countDown();
        if (now <= times) {
            throw new IllegalStateException("away");
        }
    }
}
