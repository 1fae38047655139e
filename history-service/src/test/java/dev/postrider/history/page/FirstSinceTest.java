package dev.postrider.history.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.topic.Position;
import dev.postrider.history.store.Database;
import dev.postrider.history.support.Tables;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Held against a look at every row. */
@QuarkusTest
class FirstSinceTest {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final long BEGAN = 1_790_000_000_000L;

    private final Database database;
    private final String conversation = "feed:" + UUID.randomUUID();

    FirstSinceTest(Database database) {
        this.database = database;
    }

    @AfterEach
    void clear() {
        Tables.change("DELETE FROM entry WHERE conversation = ?", conversation);
    }

    private void entry(long position, long at) {
        Tables.change(
                "INSERT INTO entry (conversation, position, type, sender, at, counts) VALUES (?, ?, 'message', '', ?, 1)",
                conversation,
                position,
                at);
    }

    private long found(long since) {
        return database.read(
                        connection -> new FirstSince(connection, conversation, Instant.ofEpochMilli(since)).position())
                .await()
                .atMost(ANSWER_MAX);
    }

    private long looked(long since) {
        return Tables.number(
                "SELECT COALESCE(MIN(position), " + Position.LIMIT + ") FROM entry WHERE conversation = ? AND at >= ?",
                conversation,
                since);
    }

    @Test
    void anEmptyConversationHasNone() {
        assertEquals(Position.LIMIT, found(BEGAN));
    }

    @Test
    void everyInstantFindsWhatALookAtEveryRowFinds() {
        SplittableRandom random = new SplittableRandom(7);
        long position = 5;
        long at = BEGAN;
        for (int i = 0; i < 150; i++) {
            position += random.nextLong(1, i == 75 ? 1L << 43 : 5_000);
            // Hours of silence, several in one millisecond, and clocks that are set back by less than a minute.
            at += random.nextInt(4) == 0 ? random.nextLong(0, 7_200_000) : random.nextLong(-30_000, 30_000);
            entry(position, at);
        }
        long end = at + 120_000;

        for (int i = 0; i < 60; i++) {
            long since = random.nextLong(BEGAN - 120_000, end);
            assertEquals(looked(since), found(since), "since " + since);
        }
        assertEquals(looked(at), found(at));
    }
}
