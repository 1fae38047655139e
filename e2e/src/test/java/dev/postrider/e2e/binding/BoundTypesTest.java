package dev.postrider.e2e.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A native image knows by reflection what it was told of, and fails at the first frame that it was not. Runs after all other
 * scenarios, whose types it looks at: every route and every frame are among them. (That every resource is included is
 * seen without running anything, in the module deployment.)
 */
@WithSuite
@Order(Integer.MAX_VALUE)
class BoundTypesTest {
    private static final String OURS = "dev.postrider.";
    private static final List<String> MODULES =
            List.of("contracts", "auth-service", "history-service", "chat-service", "api-gateway");

    private final Suite suite;

    BoundTypesTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everyTypeThatWasReadFromOrWrittenAsJsonIsRegisteredForNativeImages() throws IOException {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        try (Device sender = wren.opensAt(suite.chatNode(1))) {
            sender.isAccepted(sender.sends(moss, "Snow on the pass."));
        }

        Set<String> bound = bound();

        assertTrue(
                bound.containsAll(List.of(ClientFrame.Send.class.getName(), Event.Message.class.getName())),
                "the agent noted too little: " + bound);
        bound.removeAll(registered());
        assertEquals(Set.of(), bound);
    }

    private static Set<String> bound() throws IOException {
        try (Stream<String> lines = Files.lines(Suite.BOUND_TYPES)) {
            return lines.filter(name -> name.startsWith(OURS)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> registered() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : MODULES) {
            Path file = Path.of("..", module, "src/main/resources/META-INF/native-image/dev.postrider", module)
                    .resolve("reflect-config.json");
            JsonNode types = Json.mapper().readTree(file.toFile());
            types.forEach(type -> names.add(type.path("name").asText()));
        }
        return names;
    }
}
