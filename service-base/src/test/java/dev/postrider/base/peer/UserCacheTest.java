package dev.postrider.base.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rest.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final UserCache cache = new UserCache(2, Duration.ofMinutes(10));

    @Test
    void aHeldUserIsFreshForAWhileAndKeptLonger() {
        cache.put(user("a", "Wren"), NOW);

        assertTrue(cache.fresh("a", NOW.plusSeconds(599)).isPresent());
        assertTrue(cache.fresh("a", NOW.plusSeconds(601)).isEmpty());
        assertTrue(cache.any("a").isPresent());
    }

    @Test
    void aChangeHeardWhileAnAnswerWasUnderWayWins() {
        cache.change(user("a", "New"), NOW, NOW.plusSeconds(1));

        User holds = cache.put(user("a", "Old"), NOW);

        assertEquals("New", holds.displayName());
        assertEquals("New", cache.any("a").orElseThrow().displayName());
    }

    @Test
    void anOlderChangeHeardLaterIsPassedOver() {
        cache.change(user("a", "New"), NOW, NOW);

        cache.change(user("a", "Old"), NOW.minusSeconds(1), NOW.plusSeconds(1));

        assertEquals("New", cache.any("a").orElseThrow().displayName());
    }

    @Test
    void theLongestUnusedIsDropped() {
        cache.put(user("a", "A"), NOW);
        cache.put(user("b", "B"), NOW);
        cache.any("a");

        cache.put(user("c", "C"), NOW);

        assertTrue(cache.any("a").isPresent());
        assertTrue(cache.any("b").isEmpty());
    }

    private static User user(String id, String name) {
        return new User(id, name, name, "#123456", false, null, null, null, null, null);
    }
}
