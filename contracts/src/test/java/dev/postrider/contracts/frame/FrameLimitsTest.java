package dev.postrider.contracts.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.Ulids;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits of a frame's lists and texts, met exactly and passed by one. */
class FrameLimitsTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(3);
    private static final String ID = "019a3c5e-7d10-7abc-8def-0123456789ab";
    private static final String ROOM = "room:01JD3Z8M5Q0W7X9Y2B4C6D8E0F";

    private static List<String> users(int count) {
        return Stream.generate(() -> Ulids.next(1_700_000_000_000L, RANDOM))
                .limit(count)
                .toList();
    }

    private static List<String> rooms(int count) {
        return users(count).stream()
                .map(id -> new ConversationId.Room(id).text())
                .toList();
    }

    private static Optional<String> refusal(ClientFrame frame) {
        return FrameCheck.fault(frame).map(FrameCheck.Fault::detail);
    }

    private static ClientFrame naming(int count) {
        return new ClientFrame.Send(ID, ROOM, "hello", null, null, users(count), null, null);
    }

    @Test
    void fiftyAreNamedInAMessageAndNoMore() {
        assertEquals(Optional.empty(), refusal(naming(50)));
        assertEquals(Optional.of("mentions: must have at most 50 entries"), refusal(naming(51)));
        assertEquals(Optional.empty(), refusal(new ClientFrame.Edit(ID, ROOM, 7, "hello", users(50), null)));
        assertEquals(
                Optional.of("mentions: must have at most 50 entries"),
                refusal(new ClientFrame.Edit(ID, ROOM, 7, "hello", users(51), null)));
    }

    @Test
    void fiveHundredPeopleAndTwentyRoomsAreWatchedAndNoMore() {
        assertEquals(Optional.empty(), refusal(new ClientFrame.Watch(users(500), rooms(20), null)));
        assertEquals(
                Optional.of("users: must have at most 500 entries"),
                refusal(new ClientFrame.Watch(users(501), null, null)));
        assertEquals(
                Optional.of("rooms: must have at most 20 entries"),
                refusal(new ClientFrame.Watch(null, rooms(21), null)));
    }

    /** Eight thousand of the widest are 32,000 bytes: neither limit is passed without the other. */
    @Test
    void aBodyOfEightThousandCharactersOfFourBytesIsTaken() {
        assertEquals(Optional.empty(), refusal(says("🐴".repeat(8_000))));
        assertEquals(true, refusal(says("🐴".repeat(8_000) + "a")).isPresent());
    }

    private static ClientFrame says(String body) {
        return new ClientFrame.Send(ID, ROOM, body, null, null, null, null, null);
    }
}
