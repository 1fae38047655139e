package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** G2: the same id may be sent for ever, on any socket and any node, by socket or REST. */
@WithSuite
class OnceTest {
    private final Suite suite;

    OnceTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void resentMessageGetsTheFirstAnswerOnEveryNode() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String conversation = wren.with(moss);
        try (Device one = wren.opensAt(suite.chatNode(1));
                Device two = wren.opensAt(suite.chatNode(2));
                Device reader = moss.opensAt(suite.chatNode(2))) {
            String id = one.sends(moss, "Once.");
            long position = one.isAccepted(id).position();

            two.resends(id, moss, "Once.");
            one.resends(id, moss, "Something else under the same id.");

            assertEquals(position, two.isAccepted(id).position());
            suite.eventually(() -> assertEquals(
                    2,
                    one.heard(dev.postrider.contracts.frame.ServerFrame.Accepted.class)
                            .size()));
            one.heard(dev.postrider.contracts.frame.ServerFrame.Accepted.class)
                    .forEach(answer -> assertEquals(position, answer.position()));
            reader.sees(id);
            assertEquals(List.of(id), reader.messagesOf(conversation));
            suite.eventually(() -> assertEquals(List.of(id), idsInHistory(moss, conversation)));
        }
    }

    @Test
    void restSendTakesTheSameIdOnce() {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        String path = "/api/conversations/" + wren.with(moss) + "/messages";
        Map<String, String> message = Map.of("id", Device.newId(), "body", "By REST.");

        Answer first = wren.rest().post(path, message);
        Answer again = wren.rest().post(path, message);

        assertEquals(201, first.status(), () -> first.body().toString());
        assertEquals(200, again.status(), () -> again.body().toString());
        assertEquals(first.body().path("position"), again.body().path("position"));
    }

    private static List<String> idsInHistory(Person person, String conversation) {
        JsonNode messages = person.rest()
                .get("/api/conversations/" + conversation + "/messages?types=message")
                .body()
                .path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.path("id").asText())
                .toList();
    }
}
