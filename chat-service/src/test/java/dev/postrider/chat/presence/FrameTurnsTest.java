package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTurnsTest {
    private final FrameTurns turns = new FrameTurns(2_000);

    private static FrameTurns.Frame frame(String... users) {
        return new FrameTurns.Frame("s1", List.of(users));
    }

    @Test
    void anAnswerGoesAtOnceWhereAllIsKnown() {
        turns.owe("s1", List.of("wren"), 10_500);

        assertEquals(List.of(frame("wren")), turns.due(10_000, user -> true));
    }

    @Test
    void anAnswerWaitsForWhatIsNotKnownButNotForEver() {
        turns.owe("s1", List.of("wren"), 10_500);

        assertEquals(List.of(), turns.due(10_499, user -> false));
        assertEquals(List.of(frame("wren")), turns.due(10_500, user -> false));
    }

    @Test
    void changesAreGatheredForTwoSeconds() {
        turns.owe("s1", List.of(), 10_000);
        assertEquals(List.of(frame()), turns.due(10_000, user -> true));

        turns.changed("s1", "wren");
        turns.changed("s1", "moss");
        turns.changed("s1", "wren");

        assertEquals(List.of(), turns.due(11_999, user -> true));
        assertEquals(List.of(frame("wren", "moss")), turns.due(12_000, user -> true));
        assertEquals(List.of(), turns.due(20_000, user -> true));
    }

    @Test
    void aNewWatchForgetsWhatWasOwedBefore() {
        turns.owe("s1", List.of("wren"), 10_500);
        turns.owe("s1", List.of("moss"), 10_600);

        assertEquals(List.of(frame("moss")), turns.due(10_000, user -> true));
    }

    @Test
    void whoIsGoneGetsNothing() {
        turns.owe("s1", List.of("wren"), 10_500);
        turns.forget("s1");
        turns.changed("s1", "wren");

        assertEquals(List.of(), turns.due(20_000, user -> true));
    }
}
