package dev.postrider.chat.room;

import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.fake.FakeTime;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RostersTest implements RosterSource {
    private static final String ROOM = "room:01JD3ZR00MR00MR00MR00MR00M";

    private final FakeTime time = new FakeTime();
    private final List<CompletableFuture<Optional<Reading>>> readings = new ArrayList<>();
    private final Rosters rosters = new Rosters(this, time, 2);

    @Override
    public CompletionStage<Optional<Reading>> read(String conversation) {
        CompletableFuture<Optional<Reading>> reading = new CompletableFuture<>();
        readings.add(reading);
        return reading;
    }

    @Override
    public CompletionStage<Boolean> wasMember(String userId, String conversation) {
        return CompletableFuture.completedFuture(false);
    }

    private static Roster of(String... members) {
        Map<String, Seat> seats = new java.util.TreeMap<>();
        for (String member : members) {
            seats.put(member, new Seat(Role.Name.member, 5));
        }
        return Roster.OfRoom.of(seats, false, Settings.DEFAULTS);
    }

    private void answer(int reading, String... members) {
        readings.get(reading).complete(Optional.of(new RosterSource.Reading(of(members), true)));
    }

    @Test
    void whatIsHeldIsNotReadAgain() {
        rosters.of(ROOM);
        rosters.of(ROOM);
        answer(0, WREN);

        rosters.of(ROOM);

        assertEquals(1, readings.size());
        assertEquals(of(WREN), rosters.now(ROOM));
    }

    @Test
    void aReadingThatBeganBeforeANoticeIsDoneAgain() {
        CompletionStage<Optional<Roster>> asked = rosters.of(ROOM);

        rosters.forget(ROOM);
        answer(0, WREN, MOSS);

        assertNull(rosters.now(ROOM));
        answer(1, WREN);
        assertEquals(of(WREN), rosters.now(ROOM));
        assertEquals(Optional.of(of(WREN)), asked.toCompletableFuture().join());
    }

    @Test
    void whatIsHeldIsReadAgainAfterANotice() {
        rosters.of(ROOM);
        answer(0, WREN, MOSS);

        rosters.forget(ROOM);

        assertNull(rosters.now(ROOM));
        rosters.of(ROOM);
        answer(1, WREN);
        assertEquals(of(WREN), rosters.now(ROOM));
    }

    @Test
    void thoseWhoWaitAreAnsweredInTheOrderInWhichTheyAsked() {
        List<String> answered = new ArrayList<>();
        rosters.of(ROOM).thenAccept(roster -> {
            answered.add("first");
            rosters.of(ROOM).thenAccept(again -> answered.add("who asked meanwhile"));
        });
        rosters.of(ROOM).thenAccept(roster -> answered.add("second"));
        rosters.of(ROOM).thenAccept(roster -> answered.add("third"));

        answer(0, WREN);

        assertEquals(List.of("first", "second", "third", "who asked meanwhile"), answered);
    }

    @Test
    void whatDoesNotExistAndWhatIsUncertainIsAskedForAgain() {
        rosters.of(ROOM);
        readings.getFirst().complete(Optional.empty());
        rosters.of(ROOM);
        readings.get(1).complete(Optional.of(new RosterSource.Reading(of(WREN), false)));

        assertNull(rosters.now(ROOM));
        rosters.of(ROOM);
        assertEquals(3, readings.size());
    }

    @Test
    void theLongestUnusedIsForgotten() {
        rosters.of("a");
        rosters.of("b");
        answer(0, WREN);
        answer(1, WREN);
        rosters.now("a");

        rosters.of("c");

        assertNull(rosters.now("b"));
        assertEquals(of(WREN), rosters.now("a"));
    }

    @Test
    void anAudienceWaitsUntilTheMembersAreKnown() {
        Audience audience = rosters.audienceOfRoom(ROOM, Roster::members);
        assertNull(audience.now());
        CompletionStage<Void> known = audience.known();
        readings.getFirst().completeExceptionally(new IllegalStateException("away"));
        assertFalse(known.toCompletableFuture().isDone());

        time.advance(500);

        assertTrue(known.toCompletableFuture().isDone());
        audience.known();
        answer(1, WREN, MOSS);
        assertEquals(Set.of(WREN, MOSS), audience.now());
    }

    @Test
    void whatStandsBeforeSomebodysJoiningIsNotForThem() {
        Map<String, Seat> seats = Map.of(WREN, new Seat(Role.Name.owner, 1), MOSS, new Seat(Role.Name.member, 9));
        Roster roster = Roster.OfRoom.of(seats, false, Settings.DEFAULTS);

        assertEquals(List.of(WREN), List.copyOf(roster.membersAt(8)));
        assertEquals(Set.of(WREN, MOSS), Set.copyOf(roster.membersAt(9)));
    }
}
