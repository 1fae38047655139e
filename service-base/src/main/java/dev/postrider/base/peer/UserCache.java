package dev.postrider.base.peer;

import dev.postrider.contracts.rest.User;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bounded memory of users, the longest unused dropped first. Thread-safe; every call is short. */
final class UserCache {
    private final Map<String, Held> held;
    private final Duration freshFor;

    UserCache(int usersMax, Duration freshFor) {
        this.freshFor = freshFor;
        this.held = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
                return size() > usersMax;
            }
        };
    }

    synchronized Optional<User> fresh(String id, Instant now) {
        Held one = held.get(id);
        return one == null || one.freshUntil.isBefore(now) ? Optional.empty() : Optional.of(one.user);
    }

    synchronized Optional<User> any(String id) {
        return Optional.ofNullable(held.get(id)).map(Held::user);
    }

    /** Takes an answer to what was asked at {@code askedAt}, unless a change was heard meanwhile; tells which one holds. */
    synchronized User put(User user, Instant askedAt) {
        Held before = held.get(user.id());
        if (before != null && !before.heardAt.isBefore(askedAt)) {
            return before.user;
        }
        Instant changedAt = before == null ? Instant.MIN : before.changedAt;
        held.put(user.id(), new Held(user, askedAt.plus(freshFor), Instant.MIN, changedAt));
        return user;
    }

    /** Takes a change made {@code at} by auth-service's clock and heard now, unless a later one is known. */
    synchronized void change(User user, Instant at, Instant now) {
        Held before = held.get(user.id());
        if (before == null || !at.isBefore(before.changedAt)) {
            held.put(user.id(), new Held(user, now.plus(freshFor), now, at));
        }
    }

    private record Held(User user, Instant freshUntil, Instant heardAt, Instant changedAt) {}
}
