package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What people set for themselves alone: on all their devices, in history, and nobody else's. */
@WithSuite
class OwnSettingsTest {
    private final Suite suite;

    OwnSettingsTest(Suite suite) {
        this.suite = suite;
    }

    private Person person(String name) {
        return Person.registers(suite.gateway(), name);
    }

    private static JsonNode conversation(Person person, String id) {
        return person.rest()
                .get("/api/conversations/" + id)
                .requireStatus(200)
                .body()
                .path("conversation");
    }

    private static Map<String, Object> mine(String field, Object value) {
        Map<String, Object> patch = new HashMap<>();
        patch.put(field, value);
        return patch;
    }

    @Test
    void ownSettingsAreOnEveryDeviceAndInHistory() {
        Person wren = person("wren");
        Person moss = person("moss");
        String dm = wren.with(moss);
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device two = wren.opensAt(suite.chatNode(2));
                Device others = moss.opensAt(suite.chatNode(1))) {
            others.isAccepted(others.sends(wren, "Hello."));
            suite.eventually(
                    () -> assertEquals(dm, conversation(wren, dm).path("id").asText()));

            wren.rest()
                    .patch("/api/conversations/" + dm + "/mine", mine("notify", "mentions"))
                    .requireStatus(200);
            wren.rest()
                    .patch("/api/conversations/" + dm + "/mine", mine("hidden", true))
                    .requireStatus(200);

            for (Device device : List.of(one, two)) {
                Event.Mine heard = device.hears(
                        Event.Mine.class,
                        event -> event.about().equals(dm) && event.mine().hidden());
                assertEquals("me:" + wren.id(), heard.conversation());
                assertEquals(Settings.Notify.mentions, heard.mine().notifyOf());
            }
            suite.eventually(
                    () -> assertTrue(conversation(wren, dm).at("/mine/hidden").asBoolean()));
            others.isAccepted(others.sends(wren, "Are you there?"));
            suite.eventually(
                    () -> assertFalse(conversation(wren, dm).at("/mine/hidden").asBoolean()));
            JsonNode now = wren.rest()
                    .patch("/api/conversations/" + dm + "/mine", mine("favourite", true))
                    .requireStatus(200)
                    .body();
            assertFalse(now.at("/mine/hidden").asBoolean());
            assertEquals("mentions", now.at("/mine/notify").asText());
            assertEquals(List.of(), others.heard(Event.Mine.class));
            assertFalse(conversation(moss, dm).at("/mine/favourite").asBoolean());
        }
    }

    @Test
    void blocksAreTheirOwnersOnEveryDeviceAndNobodyElses() {
        Person wren = person("wren");
        Person moss = person("moss");
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device two = wren.opensAt(suite.chatNode(2));
                Device others = moss.opensAt(suite.chatNode(1))) {
            String cursor = wren.rest()
                    .get("/api/sync")
                    .requireStatus(200)
                    .body()
                    .path("cursor")
                    .asText();

            wren.rest().put("/api/blocks/" + moss.id(), Map.of()).requireStatus(204);
            wren.rest().put("/api/blocks/" + moss.id(), Map.of()).requireStatus(204);
            wren.rest().delete("/api/blocks/" + moss.id()).requireStatus(204);

            for (Device device : List.of(one, two)) {
                device.hears(Event.Blocked.class, event -> event.user().equals(moss.id()) && event.on());
                device.hears(Event.Blocked.class, event -> event.user().equals(moss.id()) && !event.on());
            }
            suite.eventually(() -> {
                JsonNode answer = wren.rest()
                        .get("/api/sync?cursor=" + cursor)
                        .requireStatus(200)
                        .body();
                JsonNode own = StreamSupport.stream(answer.path("conversations").spliterator(), false)
                        .filter(each -> each.path("id").asText().equals("me:" + wren.id()))
                        .findFirst()
                        .orElseThrow(AssertionError::new);
                assertEquals(2, own.path("events").size());
            });
            assertEquals(List.of(), others.heard(Event.Blocked.class));
        }
    }
}
