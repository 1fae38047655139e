package dev.postrider.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryConfigTest {
    private static final Map<String, String> NEEDED = Map.of("history.cursor-secret", "0123456789".repeat(4));

    @Test
    void theDefaultsAreThoseOfTheContract() {
        HistoryConfig config = config(NEEDED);

        assertEquals(0, config.logEpoch());
        assertEquals(Duration.ofSeconds(2), config.sync().waitMax());
        assertEquals(5_000, config.sync().eventsMax());
        assertEquals(1_000, config.sync().eventsPerConversationMax());
        assertEquals(200, config.sync().firstConversationsMax());
        assertEquals(100, config.page().marksMembersMax());
        assertEquals(500, config.ingest().batchRecordsMax());
        assertEquals(Duration.ofMillis(20), config.ingest().gather());
        assertTrue(config.ingest().enabled());
    }

    @Test
    void everythingCanBeOverridden() {
        Map<String, String> given = new HashMap<>(NEEDED);
        given.put("history.log-epoch", "3");
        given.put("history.sync.wait-max", "5s");
        given.put("history.ingest.enabled", "false");

        HistoryConfig config = config(given);

        assertEquals(3, config.logEpoch());
        assertEquals(Duration.ofSeconds(5), config.sync().waitMax());
        assertEquals(false, config.ingest().enabled());
    }

    @Test
    void withoutASecretItDoesNotStart() {
        assertThrows(ConfigValidationException.class, () -> config(Map.of()));
    }

    private static HistoryConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(HistoryConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(HistoryConfig.class);
    }
}
