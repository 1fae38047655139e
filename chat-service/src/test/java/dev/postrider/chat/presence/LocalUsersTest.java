package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalUsersTest {
    private final LocalUsers users = new LocalUsers(30_000, 10_000, 3);

    @Test
    void aUserIsOnlineUntilTheRegisterIsTakenBack() {
        users.opened("wren");
        users.closed("wren", 1_000);

        assertTrue(users.isOnline("wren"));
        assertEquals(List.of(), users.dueRemovals(30_999, 10));
        assertEquals(List.of(new LocalUsers.Leaving("wren", 30_000)), users.dueRemovals(31_000, 10));
        assertTrue(users.removed("wren"));
        assertFalse(users.isOnline("wren"));
    }

    @Test
    void theLastOfSeveralSocketsCounts() {
        users.opened("wren");
        users.opened("wren");
        users.closed("wren", 0);

        assertEquals(List.of(), users.dueRemovals(100_000, 10));
    }

    @Test
    void whoComesBackInTimeNeverLeft() {
        users.opened("wren");
        users.closed("wren", 0);

        assertFalse(users.opened("wren"));
        assertEquals(List.of(), users.dueRemovals(100_000, 10));
    }

    @Test
    void registersAreRepeatedAlsoForThoseAboutToLeave() {
        users.opened("wren");
        users.marked(users.dueMarks(0, 10), 0);
        users.closed("wren", 1);

        assertEquals(List.of(), users.dueMarks(9_999, 10));
        assertEquals(List.of("wren"), users.dueMarks(10_000, 10));
    }

    @Test
    void aFailedMarkStaysDue() {
        users.opened("wren");
        users.dueMarks(0, 10);

        assertEquals(List.of("wren"), users.dueMarks(1, 10));
    }

    @Test
    void whoComesBackWhileTheRegisterIsTakenIsWrittenAnew() {
        users.opened("wren");
        users.marked(List.of("wren"), 0);
        users.closed("wren", 0);
        users.dueRemovals(30_000, 10);
        users.opened("wren");

        assertFalse(users.removed("wren"));
        assertEquals(List.of("wren"), users.dueMarks(30_000, 10));
    }

    @Test
    void atMostSoManyAtOnce() {
        List.of("wren", "moss", "fern").forEach(users::opened);

        assertEquals(List.of("wren", "moss"), users.dueMarks(0, 2));
    }

    @Test
    void theLeavingAreBounded() {
        List.of("wren", "moss", "fern", "sedge").forEach(users::opened);
        List.of("wren", "moss", "fern", "sedge").forEach(user -> users.closed(user, 0));

        assertFalse(users.isOnline("wren"));
        assertEquals(3, users.dueRemovals(30_000, 10).size());
    }

    @Test
    void aCloseWithoutAnOpenIsNothing() {
        users.closed("wren", 0);

        assertFalse(users.isOnline("wren"));
    }
}
