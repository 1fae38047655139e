package dev.postrider.chat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postrider.chat.room.RoomFacts.Person;
import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is so in a room up to a certain size, at that size and one above it. */
class RoomSizesTest {
    private static final String ROOM = "room:01JD3ZR00MR00MR00MR00MR00M";
    private static final String OWNER = "owner";

    private static Roster.OfRoom of(int members) {
        Map<String, Seat> seats = new HashMap<>();
        seats.put(OWNER, new Seat(Role.Name.owner, 0));
        for (int i = 1; i < members; i++) {
            seats.put("member " + i, new Seat(Role.Name.member, 0));
        }
        return Roster.OfRoom.of(seats, false, Settings.DEFAULTS);
    }

    @Test
    void upToAHundredSeeEachOthersMarksAndTyping() {
        assertEquals(100, of(100).hearersOfMarks("member 1").size());
        assertEquals(List.of("member 1"), List.copyOf(of(101).hearersOfMarks("member 1")));
    }

    @Test
    void upToFiveHundredHearWhoComesAndGoesAndOfLargerRoomsThoseWhoRunThem() {
        Event joined = new Event.Joined(ROOM, 9, "a", List.of("new"), Role.Name.member, Instant.EPOCH, 3L);
        Event left =
                new Event.Left(ROOM, 9, "a", "old", Instant.EPOCH, dev.postrider.contracts.frame.LeaveReason.left, 3L);
        Event role = new Event.Role(ROOM, 9, "a", "member 1", Instant.EPOCH, Role.Name.admin, 3L);

        assertEquals(501, RoomRelay.hearers(of(500), joined).size());
        assertEquals(501, RoomRelay.hearers(of(500), left).size());
        assertEquals(500, RoomRelay.hearers(of(500), role).size());
        assertEquals(List.of(OWNER, "new"), List.copyOf(RoomRelay.hearers(of(501), joined)));
        assertEquals(List.of(OWNER, "old"), List.copyOf(RoomRelay.hearers(of(501), left)));
        assertEquals(List.of(OWNER, "member 1"), List.copyOf(RoomRelay.hearers(of(501), role)));
    }

    @Test
    void everybodyHearsWhatChangesOfTheRoomHoweverLargeItIs() {
        Event renamed = new Event.Room(
                ROOM,
                9,
                OWNER,
                Instant.EPOCH,
                new dev.postrider.contracts.rest.RoomChange("name", null, null, null, null),
                3L);

        assertEquals(501, RoomRelay.hearers(of(501), renamed).size());
    }

    private static RoomFacts facts(int members) {
        return new RoomFacts(
                "id",
                "name",
                "",
                Visibility.PUBLIC,
                false,
                Settings.DEFAULTS,
                Instant.EPOCH,
                7,
                members,
                Map.of(OWNER, new Person(true, false, Role.Name.owner, Instant.EPOCH)),
                Optional.empty());
    }

    private static List<String> comers(int count) {
        List<String> comers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            comers.add("comer " + i);
        }
        return comers;
    }

    @Test
    void tenThousandAreInARoomAndNoMoreHoweverTheyComeIn() {
        RoomCommand join = new RoomCommand.Join(null);
        RoomCommand appoint = new RoomCommand.Appoint("comer", Role.Name.member);

        assertEquals(
                1, done(RoomRules.decide(facts(9_999), "comer", join)).events().size());
        assertInstanceOf(Decision.Refused.class, RoomRules.decide(facts(10_000), "comer", join));
        assertEquals(
                1, done(RoomRules.decide(facts(9_999), OWNER, appoint)).events().size());
        assertInstanceOf(Decision.Refused.class, RoomRules.decide(facts(10_000), OWNER, appoint));
        Decision.Done three =
                done(RoomRules.decide(facts(9_998), OWNER, new RoomCommand.Add(comers(3), Role.Name.member)));
        assertEquals(List.of("comer 0", "comer 1"), Decision.named(three.events()));
        assertEquals(Map.of("comer 2", "full"), three.skipped());
    }

    private static Decision.Done done(Decision decision) {
        return assertInstanceOf(Decision.Done.class, decision);
    }
}
