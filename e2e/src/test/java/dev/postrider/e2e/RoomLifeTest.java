package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rooms from beginning to end, on two nodes and in history. */
@WithSuite
class RoomLifeTest {
    private final Suite suite;

    RoomLifeTest(Suite suite) {
        this.suite = suite;
    }

    private Person person(String name) {
        return Person.registers(suite.gateway(), name);
    }

    private static String room(Person owner, String name, Map<String, Object> settings, Person... members) {
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", name, "visibility", "private", "settings", settings))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        for (Person member : members) {
            owner.rest()
                    .post("/api/rooms/" + id + "/members", Map.of("users", List.of(member.id())))
                    .requireStatus(200);
        }
        return id;
    }

    private static String says(Device device, String room, String body) {
        String id = Device.newId();
        device.says(new ClientFrame.Send(id, room, body, null, null, null, null, null));
        return id;
    }

    private static JsonNode conversation(Person person, String id) {
        return person.rest()
                .get("/api/conversations/" + id)
                .requireStatus(200)
                .body()
                .path("conversation");
    }

    @Test
    void aDeletedRoomIsGoneForEverybodyWithAllThatWasSaid() {
        Person wren = person("wren");
        Person moss = person("moss");
        String word = UUID.randomUUID().toString();
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device other = moss.opensAt(suite.chatNode(2))) {
            String room = room(wren, "about " + word, Map.of(), moss);
            String said = says(one, room, "hello " + word);
            other.sees(said);
            suite.eventually(
                    () -> assertTrue(conversation(moss, room).path("last").has("body")));

            wren.rest().delete("/api/rooms/" + room).requireStatus(204);

            other.hears(
                    Event.Room.class,
                    event ->
                            event.conversation().equals(room) && event.changed().ends());
            String late = says(other, room, "too late " + word);
            assertEquals(RejectCode.NOT_MEMBER, other.isRejected(late).code());
            for (Person person : List.of(wren, moss)) {
                suite.eventually(() -> {
                    for (String path :
                            List.of("/api/conversations/" + room, "/api/conversations/" + room + "/messages")) {
                        assertEquals(404, person.rest().get(path).status());
                    }
                    assertFalse(person.rest()
                            .get("/api/conversations")
                            .body()
                            .toString()
                            .contains(word));
                });
                assertEquals(404, person.rest().get("/api/rooms/" + room).status());
            }
            other.reconnectsAt(suite.chatNode(1));
            assertEquals(List.of(), other.messagesOf(room));
        }
    }

    @Test
    void usesOfAnInvitationAreCountedExactlyWhicheverNodesAreAsked() throws Exception {
        Person wren = person("wren");
        String room = room(wren, "the loft", Map.of());
        String code = wren.rest()
                .post("/api/rooms/" + room + "/invites", Map.of("uses", 3))
                .requireStatus(201)
                .body()
                .at("/invite/code")
                .asText();
        List<Person> people = Stream.generate(() -> person("moss")).limit(9).toList();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            List<Future<Integer>> joining = people.stream()
                    .map(one -> threads.submit(() -> one.rest()
                            .post("/api/rooms/" + room + "/join", Map.of("invite", code))
                            .status()))
                    .toList();
            answers = joining.stream().map(RoomLifeTest::of).toList();
        }

        assertEquals(3, Collections.frequency(answers, 200));
        assertEquals(6, Collections.frequency(answers, 404));
        assertEquals(
                4,
                wren.rest()
                        .get("/api/rooms/" + room + "/members")
                        .requireStatus(200)
                        .body()
                        .path("total")
                        .asInt());
    }

    private static int of(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void slowModeHoldsOnEveryNode() {
        Person wren = person("wren");
        Person moss = person("moss");
        String room = room(wren, "slow", Map.of("slowModeSeconds", 60), moss);
        try (Device here = moss.opensAt(suite.chatNode(1));
                Device there = moss.opensAt(suite.chatNode(2));
                Device owner = wren.opensAt(suite.chatNode(1))) {
            String first = says(here, room, "One.");
            long position = here.isAccepted(first).position();

            String second = says(there, room, "Two.");

            ServerFrame.Rejected rejected = there.isRejected(second);
            assertEquals(RejectCode.RATE, rejected.code());
            assertNotNull(rejected.retryAfterMillis());
            there.says(new ClientFrame.Send(first, room, "One.", null, null, null, null, true));
            assertEquals(position, there.isAccepted(first).position());
            assertEquals(
                    429,
                    moss.rest()
                            .post("/api/conversations/" + room + "/messages", Map.of("body", "Three."))
                            .status());
            owner.isAccepted(says(owner, room, "I run this."));
            owner.isAccepted(says(owner, room, "And so I do not wait."));
        }
    }

    @Test
    void anAdministratorSeesWhatWasFlaggedAndRemovesItForEverybody() {
        Person keeper = Person.administrator(suite.gateway(), Suite.ADMINISTRATORS.getFirst());
        Person wren = person("wren");
        Person moss = person("moss");
        String room = room(wren, "the shed", Map.of(), moss);
        String word = UUID.randomUUID().toString();
        for (String place : List.of(room, wren.with(moss))) {
            long position = moss.rest()
                    .post("/api/conversations/" + place + "/messages", Map.of("body", "rude " + word))
                    .requireStatus(201)
                    .body()
                    .path("position")
                    .asLong();
            String flag = wren.rest()
                    .post("/api/conversations/" + place + "/messages/" + position + "/flags", Map.of("reason", "rude"))
                    .requireStatus(201)
                    .body()
                    .at("/flag/id")
                    .asText();
            suite.eventually(() -> assertEquals(
                    "rude " + word,
                    flagged(keeper, "open", flag).at("/message/body").asText()));
            assertEquals(403, wren.rest().get("/api/admin/flags").status());

            keeper.rest()
                    .patch("/api/admin/flags/" + flag, Map.of("state", "removed"))
                    .requireStatus(200);

            suite.eventually(() -> {
                JsonNode page = wren.rest()
                        .get("/api/conversations/" + place + "/messages")
                        .requireStatus(200)
                        .body();
                assertFalse(page.toString().contains(word));
                assertTrue(flagged(keeper, "removed", flag).at("/message/body").isMissingNode());
            });
            assertEquals(
                    404,
                    keeper.rest()
                            .get("/api/conversations/" + place + "/messages")
                            .status());
        }
    }

    private static JsonNode flagged(Person keeper, String state, String id) {
        JsonNode flags = keeper.rest()
                .get("/api/admin/flags?limit=200&state=" + state)
                .requireStatus(200)
                .body()
                .path("flags");
        return StreamSupport.stream(flags.spliterator(), false)
                .filter(flag -> flag.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }
}
