package dev.postrider.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GatewayConfigTest {
    @Test
    void theDefaultsAreThoseOfTheContract() {
        var config = Edge.config(Map.of());
        assertEquals(List.of("http://localhost:8080", "http://127.0.0.1:8080"), config.publicOrigins());
        assertTrue(config.cors().origins().isEmpty());
        assertEquals(65_536, config.bounds().bodyBytesMax().asLongValue());
        assertEquals(600, config.limits().callsPerUser());
        assertEquals(30, config.limits().searchesPerUser());
        assertEquals(20, config.limits().signInsPerAddress());
        assertEquals(20, config.limits().connectionsPerUser());
        assertEquals(200, config.limits().connectionsPerAddress());
        var health = config.health();
        Duration longest = health.interval().multipliedBy(health.misses() + 1).plus(health.timeout());
        assertTrue(longest.compareTo(Duration.ofSeconds(2)) < 0, "a dead node would be used for " + longest);
    }

    @Test
    void everyValueCanBeSet() {
        var config = Edge.config(Map.of(
                "gateway.chat-nodes", "10.0.0.1:1:2",
                "gateway.bounds.body-bytes-max", "1K",
                "gateway.timeouts.connect", "3s",
                "gateway.cors.origins", "https://a.example,https://b.example"));
        assertEquals(List.of("10.0.0.1:1:2"), config.chatNodes());
        assertEquals(1_024, config.bounds().bodyBytesMax().asLongValue());
        assertEquals(Duration.ofSeconds(3), config.timeouts().connect());
        assertEquals(2, config.cors().origins().orElseThrow().size());
    }

    @Test
    void originsThatWouldOpenTheDoorStopTheStart() {
        for (String wrong : new String[] {"*", "https://*.example.org", "https://a.example/", "null", "a.example"}) {
            var refused = assertThrows(
                    IllegalStateException.class, () -> new Edge(1, Map.of("gateway.cors.origins", wrong)), wrong);
            assertTrue(String.valueOf(refused.getMessage()).contains("gateway.cors.origins"));
        }
    }
}
