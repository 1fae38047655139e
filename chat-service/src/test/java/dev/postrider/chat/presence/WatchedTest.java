package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchedTest {
    private static final Seen ONLINE = new Seen(30_000, 7);
    private static final Seen OFFLINE = new Seen(0, 7);

    private final Watched watched = new Watched(15_000, 120_000);

    private void following(String user) {
        watched.replace("s1", Set.of(user));
        watched.drainToFollow();
        watched.following(user, 0);
        watched.dueReads(0, 10);
    }

    @Test
    void aUserIsReadOnlyOnceTheSubscriptionStands() {
        watched.replace("s1", Set.of("wren"));

        assertEquals(List.of("wren"), watched.drainToFollow());
        assertEquals(List.of(), watched.dueReads(1_000, 10));
        watched.following("wren", 1_000);
        assertEquals(List.of("wren"), watched.dueReads(1_000, 10));
        assertEquals(List.of(), watched.dueReads(1_000, 10));
    }

    @Test
    void aSecondWatcherCostsNoSecondSubscription() {
        following("wren");
        watched.replace("s2", Set.of("wren"));

        assertEquals(List.of(), watched.drainToFollow());
    }

    @Test
    void theLastWatcherEndsTheSubscription() {
        following("wren");
        watched.replace("s2", Set.of("wren"));
        watched.replace("s1", Set.of());
        assertEquals(List.of(), watched.drainToLeave());

        watched.replace("s2", Set.of("moss"));

        assertEquals(List.of("wren"), watched.drainToLeave());
        assertNull(watched.known("wren"));
        assertFalse(watched.told("wren", ONLINE, 1));
    }

    @Test
    void whoIsWatchedAgainAtOnceIsReadAgain() {
        following("wren");
        watched.replace("s1", Set.of());
        watched.replace("s1", Set.of("wren"));

        assertEquals(List.of(), watched.drainToLeave());
        assertEquals(List.of("wren"), watched.dueReads(0, 10));
    }

    @Test
    void offlineIsBelievedAtOnceWhenTold() {
        following("wren");
        watched.told("wren", ONLINE, 1);

        assertTrue(watched.told("wren", OFFLINE, 2));
    }

    @Test
    void offlineIsBelievedOnlyWhenReadTwice() {
        following("wren");
        watched.told("wren", ONLINE, 0);

        assertEquals(List.of("wren"), watched.dueReads(31_000, 10));
        assertFalse(watched.read("wren", OFFLINE, 31_000, 31_001));
        assertEquals(ONLINE, watched.known("wren"));
        assertEquals(List.of("wren"), watched.dueReads(46_001, 10));
        assertTrue(watched.read("wren", OFFLINE, 46_001, 46_002));
    }

    @Test
    void anEmptiedRedisMakesNobodyFlicker() {
        following("wren");
        watched.told("wren", ONLINE, 0);
        watched.read("wren", Seen.NEVER, 31_000, 31_001);

        assertFalse(watched.told("wren", ONLINE, 35_000));
        assertEquals(List.of(), watched.dueReads(46_002, 10));
    }

    @Test
    void aReadSentBeforeTheNewestWordSaysNothing() {
        following("wren");
        watched.told("wren", OFFLINE, 10);

        assertFalse(watched.read("wren", ONLINE, 9, 11));
        assertEquals(OFFLINE, watched.known("wren"));
    }

    @Test
    void theFirstReadIsBelieved() {
        following("wren");

        assertTrue(watched.read("wren", OFFLINE, 0, 1));
        assertEquals(List.of("wren"), watched.dueReads(120_001, 10));
    }

    @Test
    void sizeCountsDifferentUsersAfterTheReplacement() {
        watched.replace("s1", Set.of("wren", "moss"));
        watched.replace("s2", Set.of("moss"));

        assertEquals(2, watched.sizeWith("s1", Set.of("fern")));
        assertEquals(3, watched.sizeWith("s3", Set.of("fern")));
    }
}
