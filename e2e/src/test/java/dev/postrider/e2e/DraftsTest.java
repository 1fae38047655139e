package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was written and not sent, in rooms and threads, on all devices of one person and of nobody else. */
@WithSuite
class DraftsTest {
    private final Suite suite;

    DraftsTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void aDraftIsOnEveryDeviceUntilItIsSentInItsRoomAndThread() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String room = room(wren, moss);
        try (Device desk = wren.opensAt(suite.chatNode(1));
                Device phone = wren.opensAt(suite.chatNode(2));
                Device other = moss.opensAt(suite.chatNode(1))) {
            String root = says(desk, room, "Who waters the beans?", null);
            long thread = desk.isAccepted(root).position();
            wren.rest()
                    .put("/api/conversations/" + room + "/draft", Map.of("body", "I could", "thread", thread))
                    .requireStatus(200);
            for (Device device : List.of(desk, phone)) {
                device.hears(
                        ServerFrame.Draft.class,
                        frame -> frame.about().equals(room)
                                && frame.draft() != null
                                && Objects.equals(frame.draft().thread(), thread));
            }

            says(desk, room, "In the main line.", null);
            other.hears(Event.Message.class, message -> message.body().equals("In the main line."));
            assertEquals(List.of("I could"), drafts(wren));
            says(phone, room, "I could, at six.", thread);

            for (Device device : List.of(desk, phone)) {
                device.hears(ServerFrame.Draft.class, frame -> frame.about().equals(room) && frame.draft() == null);
            }
            assertEquals(List.of(), drafts(wren));
            assertEquals(List.of(), other.heard(ServerFrame.Draft.class));
            assertEquals(List.of(), drafts(moss));
        }
    }

    private static String room(Person owner, Person member) {
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", "the shed", "visibility", "private"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        owner.rest()
                .post("/api/rooms/" + id + "/members", Map.of("users", List.of(member.id())))
                .requireStatus(200);
        return id;
    }

    private static String says(Device device, String room, String body, @Nullable Long thread) {
        String id = Device.newId();
        device.says(new ClientFrame.Send(id, room, body, null, thread, null, null, null));
        return id;
    }

    private static List<String> drafts(Person person) {
        JsonNode drafts =
                person.rest().get("/api/drafts").requireStatus(200).body().path("drafts");
        return StreamSupport.stream(drafts.spliterator(), false)
                .map(draft -> draft.path("body").asText())
                .toList();
    }
}
