package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Leftovers;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A second after something was deleted, what it said stands nowhere but in Kafka's log. */
@WithSuite
class DeletedForGoodTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Suite suite;
    private final Leftovers leftovers;
    private final Person wren;
    private final Person moss;
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    DeletedForGoodTest(Suite suite) {
        this.suite = suite;
        this.leftovers = new Leftovers(suite);
        this.wren = Person.registers(suite.gateway(), "wren");
        this.moss = Person.registers(suite.gateway(), "moss");
    }

    private String room(String name, String topic) {
        String id = wren.rest()
                .post("/api/rooms", Map.of("name", name, "topic", topic, "visibility", "private"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        wren.rest()
                .post("/api/rooms/" + id + "/members", Map.of("users", List.of(moss.id())))
                .requireStatus(200);
        return id;
    }

    private static long says(Person person, String place, String body, Map<String, Object> more) {
        Map<String, Object> message = new HashMap<>(more);
        message.put("body", body);
        return person.rest()
                .post("/api/conversations/" + place + "/messages", message)
                .requireStatus(201)
                .body()
                .path("position")
                .asLong();
    }

    private static void drafts(Person person, String place, Map<String, Object> draft) {
        person.rest().put("/api/conversations/" + place + "/draft", draft).requireStatus(200);
    }

    /** Said, changed, quoted, answered in its thread, reacted to, pinned and flagged, and looked at by both. */
    private List<Long> makesMuchOf(String place) {
        drafts(wren, place, Map.of("body", "I was about to say " + word));
        long said = says(wren, place, "I say " + word, Map.of());
        wren.rest()
                .patch("/api/conversations/" + place + "/messages/" + said, Map.of("body", "I said " + word + " twice"))
                .requireStatus(200);
        says(moss, place, "You said that?", Map.of("replyTo", said));
        long reply = says(wren, place, "Yes: " + word, Map.of("thread", said, "replyTo", said));
        moss.rest()
                .put("/api/conversations/" + place + "/messages/" + said + "/reactions/%F0%9F%91%8D", Map.of())
                .requireStatus(200);
        wren.rest()
                .put("/api/conversations/" + place + "/pins/" + said, Map.of())
                .requireStatus(200);
        moss.rest()
                .post("/api/conversations/" + place + "/messages/" + said + "/flags", Map.of("reason", "look at it"))
                .requireStatus(201);
        suite.eventually(() -> {
            for (Person person : List.of(wren, moss)) {
                JsonNode page = person.rest()
                        .get("/api/conversations/" + place + "/messages")
                        .requireStatus(200)
                        .body();
                assertTrue(page.toString().contains("Yes: " + word));
                assertTrue(page.toString().contains(word + " twice"));
            }
            List<String> before = leftovers.of(word);
            for (String where : List.of("postrider_history.entry.body", "postrider_history.version.body", "redis ")) {
                assertTrue(
                        before.stream().anyMatch(one -> one.startsWith(where)), () -> where + " is not in " + before);
            }
        });
        return List.of(said, reply);
    }

    private void aSecondPasses() {
        Awaitility.await().pollDelay(A_SECOND).until(() -> true);
    }

    @Test
    void aDeletedMessageStandsInNoTableKeyOrLogFile() {
        for (String place : List.of(room("the barn", ""), wren.with(moss))) {
            List<Long> said = makesMuchOf(place);

            said.forEach(one -> wren.rest()
                    .delete("/api/conversations/" + place + "/messages/" + one)
                    .requireStatus(200));

            aSecondPasses();
            assertEquals(List.of(), leftovers.of(word));
        }
        assertTrue(leftovers.columnsLookedAt() > 100);
    }

    @Test
    void ofADeletedRoomNothingThatWasSaidDraftedOrWrittenOverItStands() {
        String place = room("about " + word, "all of " + word);
        makesMuchOf(place);
        drafts(moss, place, Map.of("body", "I think of " + word));
        wren.rest().post("/api/rooms/" + place + "/invites", Map.of()).requireStatus(201);

        wren.rest().delete("/api/rooms/" + place).requireStatus(204);

        aSecondPasses();
        assertEquals(List.of(), leftovers.of(word));
    }
}
