package dev.postrider.history.sync;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pure: whose events are given in full. Those with too many, and those in which the caller has only just joined, are
 * limited; then the fullest ones, until the answer as a whole is small enough.
 */
final class Selection {
    private Selection() {}

    /** How much happened in a conversation since the cursor; {@code joinedSince} speaks of the caller. */
    record Candidate(String conversation, int events, boolean joinedSince) {}

    /** The conversations whose events are given. */
    static Set<String> whole(List<Candidate> candidates, int eventsPerConversationMax, int eventsMax) {
        List<Candidate> fitting = candidates.stream()
                .filter(one -> !one.joinedSince() && one.events() <= eventsPerConversationMax)
                .sorted(Comparator.comparingInt(Candidate::events).thenComparing(Candidate::conversation))
                .toList();
        Set<String> whole = new HashSet<>();
        int events = 0;
        for (Candidate one : fitting) {
            events += one.events();
            if (events > eventsMax) {
                break;
            }
            whole.add(one.conversation());
        }
        return whole;
    }
}
