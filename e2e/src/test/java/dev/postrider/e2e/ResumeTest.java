package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G1, G3, G5: what was accepted is there after any gap, once and in the log's order. */
@WithSuite
class ResumeTest {
    private static final int MESSAGES = 100;

    private final Suite suite;

    ResumeTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void deviceThatWasAwayGetsEverythingOnceInOrder() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device sender = wren.opensAt(suite.chatNode(1));
                Device reader = moss.opensAt(suite.chatNode(2))) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                if (i == 10) {
                    reader.close();
                }
                String id = sender.sends(moss, "message " + i);
                sender.isAccepted(id);
                ids.add(id);
            }
            reader.reconnectsAt(suite.chatNode(1));
            reader.sees(ids.getLast());
            assertEquals(ids, reader.messagesOf(wren.with(moss)));
        }
    }

    @Test
    void killedNodeLosesDoublesAndReordersNothing() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String conversation = wren.with(moss);
        try (Device sender = wren.opensAt(suite.chatNode(1));
                Device reader = moss.opensAt(suite.chatNode(2));
                Device watcher = moss.opensAt(suite.chatNode(1))) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                if (i == MESSAGES / 2) {
                    suite.kill("chat-service-2");
                }
                ids.add(sender.getsAccepted(moss, "message " + i));
            }
            suite.awaitReady("chat-service-2");
            reader.reconnectsAt(suite.chatNode(2));

            reader.sees(ids.getLast());
            assertEquals(ids, reader.messagesOf(conversation));
            watcher.sees(ids.getLast());
            assertEquals(ids, watcher.messagesOf(conversation));
        }
    }

    @Test
    void senderWhoseNodeDiesAsksAgainOnAnotherAndItIsThereOnce() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String conversation = wren.with(moss);
        try (Device sender = wren.opensAt(suite.chatNode(2));
                Device reader = moss.opensAt(suite.chatNode(1))) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(sender.sends(moss, "burst " + i));
            }
            suite.kill("chat-service-2");
            sender.reconnectsAt(suite.chatNode(1));
            for (int i = 0; i < ids.size(); i++) {
                sender.resends(ids.get(i), moss, "burst " + i);
                sender.isAccepted(ids.get(i));
            }
            ids.forEach(reader::sees);
            assertEquals(java.util.Set.copyOf(ids), java.util.Set.copyOf(reader.messagesOf(conversation)));
            assertEquals(ids.size(), reader.messagesOf(conversation).size());
            sender.reconnectsAt(suite.chatNode(1));
            assertEquals(reader.messagesOf(conversation), sender.messagesOf(conversation));
            suite.awaitReady("chat-service-2");
        }
    }
}
