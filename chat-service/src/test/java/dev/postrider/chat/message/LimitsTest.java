package dev.postrider.chat.message;

import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postrider.chat.fake.FakeMembership;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.fake.People;
import dev.postrider.chat.message.Checks.Outcome;
import dev.postrider.chat.room.Membership.Standing;
import dev.postrider.chat.room.Roster;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.internal.Counts;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.rest.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a member may do, but not now, or not as often. */
class LimitsTest {
    private static final String ROOM = "room:01JZ0000000000000000000000";
    private final FakeTime time = new FakeTime();
    private final FakeMembership membership = new FakeMembership();
    private Optional<Counts> counts = Optional.empty();
    private int asked;
    private final Checks checks = new Checks(
            membership,
            (conversation, position) -> CompletableFuture.completedFuture(
                    Optional.of(new Target(ROOM, position, MOSS, "id", "message", false))),
            new HeldTurns(time),
            (conversation, position) -> {
                asked++;
                return CompletableFuture.completedFuture(counts);
            });

    private void inRoom(Role.Name role, int slowSeconds) {
        Settings all = Settings.DEFAULTS;
        Settings settings = new Settings(all.history(), all.posting(), all.invite(), all.everyone(), slowSeconds, null);
        membership.standing = new Standing.Member(Roster.OfRoom.of(Map.of(WREN, new Seat(role, 0)), false, settings));
    }

    private Outcome judged(ClientFrame.Numbered frame) {
        return checks.of(WREN, frame).toCompletableFuture().join();
    }

    private Outcome sends(String id) {
        return judged(new ClientFrame.Send(id, ROOM, "hello", null, null, null, null, null));
    }

    private Outcome reacts(String emoji, boolean on) {
        return judged(new ClientFrame.React(People.newId(), ROOM, 7, emoji, on, null));
    }

    private Outcome pins(boolean on) {
        return judged(new ClientFrame.Pin(People.newId(), ROOM, 7, on, null));
    }

    private static List<String> emojis(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(0x1F400 + i))
                .toList();
    }

    @Test
    void inSlowModeAMemberWaitsForTheirTurnAndIsToldHowLong() {
        inRoom(Role.Name.member, 30);
        assertInstanceOf(Outcome.Passed.class, sends(People.newId()));
        time.advance(10_000);

        assertEquals(new Outcome.TooSoon(20_000), sends(People.newId()));
        time.advance(20_000);

        assertInstanceOf(Outcome.Passed.class, sends(People.newId()));
    }

    @Test
    void aTurnIsAnIdsHoweverOftenItIsSent() {
        inRoom(Role.Name.member, 30);
        String id = People.newId();

        assertInstanceOf(Outcome.Passed.class, sends(id));
        assertInstanceOf(Outcome.Passed.class, sends(id));
        assertInstanceOf(Outcome.TooSoon.class, sends(People.newId()));
    }

    @Test
    void whoRunsTheRoomDoesNotWaitNorDoesWhoOnlyReacts() {
        inRoom(Role.Name.member, 30);
        sends(People.newId());
        assertInstanceOf(Outcome.Passed.class, reacts("👍", true));
        inRoom(Role.Name.admin, 30);

        assertInstanceOf(Outcome.Passed.class, sends(People.newId()));
        assertInstanceOf(Outcome.Passed.class, sends(People.newId()));
    }

    @Test
    void aRefusedMessageTakesNoTurn() {
        inRoom(Role.Name.reader, 30);
        assertInstanceOf(Outcome.Refused.class, sends(People.newId()));
        inRoom(Role.Name.member, 30);

        assertInstanceOf(Outcome.Passed.class, sends(People.newId()));
    }

    @Test
    void aMessageHasFiftyKindsOfReactionsAndMoreOfEach() {
        inRoom(Role.Name.member, 0);
        counts = Optional.of(new Counts(0, emojis(50)));

        assertEquals(
                RejectCode.FORBIDDEN,
                assertInstanceOf(Outcome.Refused.class, reacts("👍", true)).code());
        assertInstanceOf(Outcome.Passed.class, reacts(emojis(50).getLast(), true));
        assertInstanceOf(Outcome.Passed.class, reacts("👍", false));
        counts = Optional.of(new Counts(0, emojis(49)));
        assertInstanceOf(Outcome.Passed.class, reacts("👍", true));
    }

    @Test
    void anEmojiThatStandsThereIsNotAskedAboutAgain() {
        inRoom(Role.Name.member, 0);
        counts = Optional.of(new Counts(0, List.of()));

        reacts("👍", true);
        reacts("👍", true);

        assertEquals(1, asked);
    }

    @Test
    void aRoomHasAHundredPins() {
        inRoom(Role.Name.admin, 0);
        counts = Optional.of(new Counts(100, List.of()));

        assertEquals(
                RejectCode.FORBIDDEN,
                assertInstanceOf(Outcome.Refused.class, pins(true)).code());
        assertInstanceOf(Outcome.Passed.class, pins(false));
        counts = Optional.of(new Counts(99, List.of()));
        assertInstanceOf(Outcome.Passed.class, pins(true));
    }

    @Test
    void whereNobodyCanCountNobodyIsKeptFromAnything() {
        inRoom(Role.Name.admin, 0);

        assertInstanceOf(Outcome.Passed.class, pins(true));
        assertInstanceOf(Outcome.Passed.class, reacts("👍", true));
    }
}
