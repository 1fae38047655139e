package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    private static final String WREN = "01JD0000000000000000000001";

    @Test
    void typingPassesEveryThreeSecondsForEachConversation() {
        TypingGate gate = new TypingGate(3_000, 10);

        assertTrue(gate.passes(WREN, "a", 0));
        assertTrue(gate.passes(WREN, "b", 1));
        assertFalse(gate.passes(WREN, "a", 2_999));
        assertTrue(gate.passes(WREN, "a", 3_000));
    }

    @Test
    void theGateForgetsTheOldest() {
        TypingGate gate = new TypingGate(3_000, 1);
        gate.passes(WREN, "a", 0);
        gate.passes(WREN, "b", 0);

        assertTrue(gate.passes(WREN, "a", 1));
    }

    @Test
    void anEnvelopeCarriesTheFramesBytes() {
        byte[] frame = "{\"type\":\"typing\"}\n".getBytes(StandardCharsets.UTF_8);

        LiveEnvelope read = LiveEnvelope.decoded(new LiveEnvelope("n1", List.of(WREN, "x"), frame).encoded());

        assertNotNull(read);
        assertEquals("n1", read.node());
        assertEquals(List.of(WREN, "x"), read.recipients());
        assertArrayEquals(frame, read.frame());
    }

    @Test
    void aForeignEnvelopeIsPassedOver() {
        assertNull(LiveEnvelope.decoded("nothing".getBytes(StandardCharsets.UTF_8)));
        assertNull(LiveEnvelope.decoded("n1\nwren".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void newsOfAUserAreReadOrPassedOver() {
        assertEquals(new Seen(30_000, 29_000_000), Seen.parse("1 30000 29000000"));
        assertEquals(new Seen(0, 29_000_000), Seen.parse("0 0 29000000"));
        assertNull(Seen.parse("1 x 3"));
        assertNull(Seen.parse("hello"));
    }

    @Test
    void lastSeenIsToTheMinuteAndOnlyOfTheAbsent() {
        Instant now = Instant.parse("2026-11-23T10:00:30Z");
        Seen seen = new Seen(0, now.getEpochSecond() / 60);

        assertEquals(
                Instant.parse("2026-11-23T10:00:00Z"),
                PresenceStates.of(WREN, false, seen, null, now).lastSeen());
        assertNull(PresenceStates.of(WREN, true, seen, null, now).lastSeen());
        assertNull(PresenceStates.of(WREN, false, Seen.NEVER, null, now).lastSeen());
    }

    @Test
    void aStatusEndsByItself() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        User.Status status = new User.Status("lunch", null, now.minusMillis(1));
        User wren = new User(WREN, "wren", "Wren", "#112233", false, status, null, null, User.Availability.dnd, null);

        PresenceState state = PresenceStates.of(WREN, true, null, wren, now);

        assertNull(state.status());
        assertEquals(User.Availability.dnd, state.availability());
    }

    @Test
    void aFrameOfFiveHundredWithLongStatusesStaysBelowTheWiresLimit() {
        User.Status status = new User.Status("春".repeat(100), "🌧️", Instant.parse("2026-11-23T10:00:00Z"));
        PresenceState state =
                new PresenceState(WREN, false, Instant.parse("2026-11-23T10:00:00Z"), User.Availability.auto, status);
        FrameRoom room = new FrameRoom();
        List<PresenceState> taken = new ArrayList<>();
        IntStream.range(0, 500).filter(i -> room.take(state)).forEach(i -> taken.add(state));

        assertTrue(taken.size() > 100);
        assertTrue(FrameCodec.write(new ServerFrame.Presence(taken)).length <= 65_536);
    }

    @Test
    void fiveHundredPlainStatesFitOneFrame() {
        PresenceState state =
                new PresenceState(WREN, false, Instant.parse("2026-11-23T10:00:00Z"), User.Availability.auto, null);
        FrameRoom room = new FrameRoom();

        assertEquals(500, IntStream.range(0, 500).filter(i -> room.take(state)).count());
    }

    @Test
    void onlyChangedSubscriptionsAreAskedFor() {
        SubscriptionBook book = new SubscriptionBook();

        assertEquals(List.of("a", "b"), book.want(List.of("a", "b", "a")));
        assertEquals(List.of("c"), book.want(List.of("b", "c")));
        assertEquals(List.of("a"), book.drop(List.of("a", "z")));
        assertEquals(List.of("b", "c"), book.all());
    }

    @Test
    void manySubscriptionsAreAskedForInSlices() {
        List<String> channels =
                IntStream.range(0, 1_001).mapToObj(Integer::toString).toList();

        assertEquals(
                List.of(500, 500, 1),
                SubscriptionBook.slices(channels).stream().map(List::size).toList());
    }
}
