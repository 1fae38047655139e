package dev.postrider.history.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.history.sync.Selection.Candidate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void tooManyEventsOfOneConversationLimitIt() {
        List<Candidate> candidates = List.of(new Candidate("a", 1_000, false), new Candidate("b", 1_001, false));

        assertEquals(Set.of("a"), Selection.whole(candidates, 1_000, 5_000));
    }

    @Test
    void ownJoiningLimits() {
        assertEquals(Set.of(), Selection.whole(List.of(new Candidate("a", 1, true)), 1_000, 5_000));
    }

    @Test
    void theFullestAreLimitedUntilTheAnswerIsSmallEnough() {
        List<Candidate> candidates =
                List.of(new Candidate("a", 900, false), new Candidate("b", 30, false), new Candidate("c", 80, false));

        assertEquals(Set.of("b", "c"), Selection.whole(candidates, 1_000, 1_000));
    }
}
