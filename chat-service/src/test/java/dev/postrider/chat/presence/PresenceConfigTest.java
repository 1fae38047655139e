package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rule.Limits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceConfigTest {
    @Test
    void defaultsAreTheContracts() {
        PresenceConfig config = Configs.defaults();

        assertEquals(
                Limits.DEFAULTS.offlineAfterSeconds(), config.offlineAfter().toSeconds());
        assertEquals(Duration.ofSeconds(2), config.frameEvery());
        assertEquals(Duration.ofSeconds(3), config.typingEvery());
        assertTrue(config.registerTtl().compareTo(config.refreshEvery().multipliedBy(2)) > 0);
    }

    @Test
    void everyValueCanBeSet() {
        PresenceConfig config = Configs.presence(Map.of("chat.presence.offline-after", "PT5S"));

        assertEquals(Duration.ofSeconds(5), config.offlineAfter());
    }
}
