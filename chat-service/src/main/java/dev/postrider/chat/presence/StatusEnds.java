package dev.postrider.chat.presence;

import dev.postrider.contracts.rest.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whose status ends when. One thread; no I/O; an entry per watched person whose status has an end. */
final class StatusEnds {
    private static final long EVERY_MILLIS = 500;

    private final Map<String, Long> endOf = new HashMap<>();
    private long nextAt;

    /** This is what they say now; an end noted before counts no longer. */
    void note(User profile) {
        User.Status status = profile.status();
        if (status == null || status.until() == null) {
            endOf.remove(profile.id());
        } else {
            endOf.put(profile.id(), status.until().toEpochMilli());
        }
    }

    /** Whose status is over now; each is handed out once. Forgets who is watched no longer. */
    List<String> due(long now, Predicate<String> watched) {
        if (now < nextAt) {
            return List.of();
        }
        nextAt = now + EVERY_MILLIS;
        List<String> due = new ArrayList<>();
        endOf.entrySet().removeIf(one -> {
            boolean over = one.getValue() <= now;
            if (over) {
                due.add(one.getKey());
            }
            return over || !watched.test(one.getKey());
        });
        return due;
    }
}
