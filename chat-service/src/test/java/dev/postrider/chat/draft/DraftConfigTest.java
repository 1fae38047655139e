package dev.postrider.chat.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftConfigTest {
    private static DraftConfig read(Map<String, String> overrides) {
        return new SmallRyeConfigBuilder()
                .withMapping(DraftConfig.class)
                .withDefaultValues(overrides)
                .build()
                .getConfigMapping(DraftConfig.class);
    }

    @Test
    void draftsAreKeptThirtyDays() {
        assertEquals(Duration.ofDays(30), read(Map.of()).kept());
    }

    @Test
    void everyValueCanBeSet() {
        DraftConfig config = read(Map.of("chat.draft.kept", "P1D", "chat.draft.purge-every", "5m"));

        assertEquals(Duration.ofDays(1), config.kept());
        assertEquals("5m", config.purgeEvery());
    }
}
