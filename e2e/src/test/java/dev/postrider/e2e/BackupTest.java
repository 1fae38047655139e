package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The database is gone; there are a copy of accounts and rooms, made while people wrote, and the log. */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason = "needs mariadb-dump and a suite of its own: only when asked for, as ./dev e2e BackupTest")
class BackupTest {

    @Test
    void aLostDatabaseComesBackFromItsCopyAndTheLog() throws Exception {
        Suite suite = Suite.startWith();
        try {
            Person wren = Person.registers(suite.gateway(), "wren");
            Person moss = Person.registers(suite.gateway(), "moss");
            String room = room(wren, moss);
            try (Device desk = wren.opensAt(suite.chatNode(1))) {
                says(desk, room, "Beans are up.");
                wren.rest()
                        .put("/api/conversations/" + room + "/draft", Map.of("body", "not sent yet"))
                        .requireStatus(200);

                suite.backup();

                says(desk, room, "So are the peas.");
                desk.isAccepted(desk.sends(moss, "Did you see?"));
            }
            Person finch = Person.registers(suite.gateway(), "finch");

            suite.loseDatabase();
            suite.restore();

            assertEquals(401, finch.triesToSignIn().status(), "an account made after the copy");
            suite.eventually(() -> {
                assertEquals(List.of("Beans are up.", "So are the peas."), bodies(moss, room));
                assertEquals(List.of("Did you see?"), bodies(moss, moss.with(wren)));
            });
            assertEquals(
                    "not sent yet", details(wren, room).at("/drafts/0/body").asText());
            wren.signsIn();
            try (Device desk = wren.opens();
                    Device phone = moss.opens()) {
                phone.sees(says(desk, room, "Still here."));
            }
        } finally {
            suite.stop();
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

    private static String says(Device device, String conversation, String body) {
        String id = Device.newId();
        device.says(new ClientFrame.Send(id, conversation, body, null, null, null, null, null));
        device.isAccepted(id);
        return id;
    }

    private static JsonNode details(Person person, String room) {
        return person.rest()
                .get("/api/conversations/" + room.replace(":", "%3A"))
                .requireStatus(200)
                .body();
    }

    /** What people wrote, without the system's lines. */
    private static List<String> bodies(Person reader, String conversation) {
        JsonNode page = reader.rest()
                .get("/api/conversations/" + conversation.replace(":", "%3A") + "/messages")
                .requireStatus(200)
                .body()
                .path("messages");
        Stream<JsonNode> messages = StreamSupport.stream(page.spliterator(), false);
        return messages.map(message -> message.path("body").asText())
                .filter(body -> !body.isEmpty())
                .toList();
    }
}
