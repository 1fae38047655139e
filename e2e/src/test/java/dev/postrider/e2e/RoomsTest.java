package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** G5 and G7 in rooms: whoever is a member gets everything from their joining on, and nobody else anything. */
@WithSuite
class RoomsTest {
    private final Suite suite;

    RoomsTest(Suite suite) {
        this.suite = suite;
    }

    private static String room(Person owner, String history, Person... members) {
        String id = owner.rest()
                .post(
                        "/api/rooms",
                        Map.of("name", "the shed", "visibility", "private", "settings", Map.of("history", history)))
                .requireStatus(201)
                .body()
                .path("room")
                .path("id")
                .asText();
        for (Person member : members) {
            add(owner, id, member);
        }
        return id;
    }

    private static void add(Person owner, String room, Person member) {
        owner.rest()
                .post("/api/rooms/" + room + "/members", Map.of("users", List.of(member.id())))
                .requireStatus(200);
    }

    private static void remove(Person owner, String room, Person member) {
        owner.rest().delete("/api/rooms/" + room + "/members/" + member.id()).requireStatus(204);
    }

    private static String says(Device device, String room, String body) {
        String id = Device.newId();
        device.says(new ClientFrame.Send(id, room, body, null, null, null, null, null));
        return id;
    }

    private static List<String> ids(Person person, String room) {
        JsonNode messages = person.rest()
                .get("/api/conversations/" + room + "/messages?types=message")
                .requireStatus(200)
                .body()
                .path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("id").asText())
                .toList();
    }

    /** T: until then a node may not have heard of what was answered just now. */
    private static void aSecondGoesBy() {
        Awaitility.await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
    }

    @Test
    void membersHearEachOtherOnBothNodes() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device other = moss.opensAt(suite.chatNode(2))) {
            String room = room(wren, "all", moss);

            Event.Joined joined = other.hears(
                    Event.Joined.class,
                    event -> event.conversation().equals(room) && event.users().contains(moss.id()));
            String id = says(one, room, "Anybody in?");

            one.isAccepted(id);
            assertTrue(other.sees(id).position() > joined.position());
            suite.eventually(() -> assertEquals(List.of(id), ids(moss, room)));
        }
    }

    @Test
    void whoIsRemovedHearsOfNothingThatIsSaidASecondLater() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        Person fern = Person.registers(suite.gateway(), "fern");
        try (Device speaker = wren.opensAt(suite.chatNode(1));
                Device member = moss.opensAt(suite.chatNode(2));
                Device here = fern.opensAt(suite.chatNode(1));
                Device there = fern.opensAt(suite.chatNode(2))) {
            String room = room(wren, "all", moss, fern);
            String before = says(speaker, room, "Fern is here.");
            here.sees(before);
            there.sees(before);

            remove(wren, room, fern);
            there.hears(Event.Left.class, left -> left.user().equals(fern.id()));
            String refused = says(there, room, "May I?");
            assertEquals(RejectCode.NOT_MEMBER, there.isRejected(refused).code());
            assertEquals(
                    404,
                    fern.rest().get("/api/conversations/" + room + "/messages").status());
            aSecondGoesBy();
            String after = says(speaker, room, "Fern is gone.");
            member.sees(after);

            for (Device device : List.of(here, there)) {
                device.reconnectsAt(suite.chatNode(1));
                assertEquals(
                        0,
                        device.heard(Event.Message.class).stream()
                                .filter(message -> message.id().equals(after))
                                .count());
                assertTrue(!device.messagesOf(room).contains(after));
            }
        }
    }

    @Test
    void whoJoinsARoomThatShowsNoPastSeesWhatComesAfterOnly() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device speaker = wren.opensAt(suite.chatNode(1));
                Device newcomer = moss.opensAt(suite.chatNode(2))) {
            String room = room(wren, "joined");
            String before = says(speaker, room, "Nobody else is here.");
            speaker.isAccepted(before);

            add(wren, room, moss);
            String after = says(speaker, room, "Welcome.");

            newcomer.sees(after);
            suite.eventually(() -> assertEquals(List.of(after), ids(moss, room)));
            newcomer.reconnects();
            assertEquals(List.of(after), newcomer.messagesOf(room));
        }
    }

    @Test
    void whatWasAcceptedOfSomebodyStaysSoAfterTheirRemovalAndWhatWasNotIsRefused() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String room = room(wren, "all", moss);
        try (Device one = moss.opensAt(suite.chatNode(1));
                Device two = moss.opensAt(suite.chatNode(2))) {
            String said = says(one, room, "I was here.");
            long position = one.isAccepted(said).position();
            remove(wren, room, moss);

            two.says(new ClientFrame.Send(said, room, "I was here.", null, null, null, null, true));
            String unsaid = Device.newId();
            two.says(new ClientFrame.Send(unsaid, room, "I never was.", null, null, null, null, true));

            assertEquals(position, two.isAccepted(said).position());
            assertEquals(RejectCode.NOT_MEMBER, two.isRejected(unsaid).code());
            suite.eventually(() -> assertEquals(List.of(said), ids(wren, room)));
        }
    }

    @Test
    void whoIsBlockedIsRefusedOnBothNodes() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device one = moss.opensAt(suite.chatNode(1));
                Device two = moss.opensAt(suite.chatNode(2))) {
            String said = one.getsAccepted(wren, "Before.");
            two.getsAccepted(wren, "Also before.");
            wren.rest().put("/api/blocks/" + moss.id(), Map.of()).requireStatus(204);
            aSecondGoesBy();

            for (Device device : List.of(one, two)) {
                String id = device.sends(wren, "After.");
                assertEquals(RejectCode.BLOCKED, device.isRejected(id).code());
            }
            two.resends(said, wren, "Before.");
            two.isAccepted(said);
        }
    }
}
