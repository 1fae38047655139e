package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A node that leaves in order says so; one that stands still is gone around. */
@WithSuite
class NodeLeavesTest {
    private static final int PEOPLE = 6;

    private final Suite suite;

    NodeLeavesTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void stoppedNodeTellsItsClientsToLeaveAndLosesNothing() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device leaving = moss.opensAt(suite.chatNode(2));
                Device sender = wren.opensAt(suite.chatNode(1))) {
            suite.terminate("chat-service-2");
            ServerFrame.Draining draining = leaving.hears(ServerFrame.Draining.class, frame -> true);
            String id = sender.getsAccepted(moss, "While you were leaving.");

            assertEquals(CloseCode.RESTARTING.code(), leaving.closeCode());
            assertTrue(draining.reconnectAfterMillis() >= 0);
            leaving.reconnects();
            leaving.sees(id);
            assertEquals(List.of(id), leaving.messagesOf(wren.with(moss)));
        }
        suite.awaitReady("chat-service-2");
    }

    @Test
    void socketsGoAroundANodeThatStandsStill() {
        List<Person> people = Stream.generate(() -> Person.registers(suite.gateway(), "wren"))
                .limit(PEOPLE)
                .toList();
        suite.pause("chat-service-2");
        try {
            suite.eventually(() -> people.forEach(NodeLeavesTest::talks));
        } finally {
            suite.resume("chat-service-2");
        }
        suite.awaitReady("chat-service-2");
    }

    private static void talks(Person person) {
        try (Device device = person.opens()) {
            device.says(new ClientFrame.Ping("still served"));
            device.hears(ServerFrame.Pong.class, pong -> true);
        }
    }
}
