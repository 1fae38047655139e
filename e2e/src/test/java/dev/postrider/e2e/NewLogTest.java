package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.topic.Position;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Kafka lost its data and the operator raised the epoch: what was written before is still there, what is written from now
 * on stands behind it, and a client that comes with a cursor of the former log is told to load anew.
 */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason = "two starts of a suite of its own: only when asked for, as ./dev e2e NewLogTest")
class NewLogTest {

    @Test
    void whatIsWrittenIntoANewLogStandsBehindWhatWasWrittenBefore() {
        Suite suite = Suite.startWith();
        try {
            Person wren = Person.registers(suite.gateway(), "wren");
            Person moss = Person.registers(suite.gateway(), "moss");
            List<String> ids = new ArrayList<>();
            long last = write(wren, moss, "before", ids);
            String cursor = cursorOf(moss);

            suite.replaceLog(1);

            long first = write(wren, moss, "after", ids) - 2;
            assertEquals(0, Position.epoch(last));
            assertEquals(1, Position.epoch(first));
            try (Device fresh = moss.opens();
                    Device sender = wren.opens()) {
                ids.forEach(fresh::sees);
                assertEquals(ids, fresh.messagesOf(wren.with(moss)));
                String edit = Device.newId();
                sender.says(new ClientFrame.Edit(edit, wren.with(moss), last, "edited since", null, null));
                assertTrue(sender.isAccepted(edit).position() > first);
            }
            suite.eventually(() -> assertEquals(
                    List.of("before 0", "before 1", "edited since", "after 0", "after 1", "after 2"),
                    bodies(moss, wren)));
            Answer stale = moss.rest().get("/api/sync?cursor=" + cursor);
            assertEquals(410, stale.status());
            assertEquals("reload", stale.body().path("code").asText());
            String refused = suite.rebuildRefused();
            assertTrue(refused.contains("earlier epochs"), refused);
        } finally {
            suite.stop();
        }
    }

    /** Three messages; answers the position of the last. */
    private static long write(Person from, Person to, String words, List<String> ids) {
        try (Device sender = from.opens()) {
            long position = Position.NONE;
            for (int i = 0; i < 3; i++) {
                String id = sender.getsAccepted(to, words + " " + i);
                position = sender.isAccepted(id).position();
                ids.add(id);
            }
            return position;
        }
    }

    private static String cursorOf(Person person) {
        return person.rest()
                .get("/api/sync")
                .requireStatus(200)
                .body()
                .path("cursor")
                .asText();
    }

    private static List<String> bodies(Person reader, Person other) {
        List<String> bodies = new ArrayList<>();
        String conversation = reader.with(other).replace(":", "%3A");
        reader.rest()
                .get("/api/conversations/" + conversation + "/messages")
                .requireStatus(200)
                .body()
                .path("messages")
                .forEach(message -> bodies.add(message.path("body").asText()));
        return bodies;
    }
}
