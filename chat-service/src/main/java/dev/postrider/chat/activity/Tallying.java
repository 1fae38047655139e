package dev.postrider.chat.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What this node has accepted since it was last asked, by day. Bounded by who writes in between. Thread-safe. */
final class Tallying {
    private Map<LocalDate, Count> counts = new HashMap<>();

    /** @param people who wrote */
    record Count(long messages, Set<String> people) {
        Count and(Count other) {
            Set<String> all = new HashSet<>(people);
            all.addAll(other.people);
            return new Count(messages + other.messages, all);
        }
    }

    synchronized void wrote(String user, LocalDate day) {
        Count count = counts.get(day);
        if (count == null) {
            counts.put(day, new Count(1, new HashSet<>(Set.of(user))));
        } else {
            count.people().add(user);
            counts.put(day, new Count(count.messages() + 1, count.people()));
        }
    }

    /** Gives it all, and begins anew. */
    synchronized Map<LocalDate, Count> take() {
        Map<LocalDate, Count> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    /** What could not be kept. */
    synchronized void back(LocalDate day, Count count) {
        counts.merge(day, count, Count::and);
    }
}
