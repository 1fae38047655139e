package dev.postrider.chat.presence;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The real configuration mapping, read from a map. */
final class Configs {
    private Configs() {}

    static PresenceConfig presence(Map<String, String> overrides) {
        return new SmallRyeConfigBuilder()
                .withMapping(PresenceConfig.class)
                .withDefaultValues(overrides)
                .build()
                .getConfigMapping(PresenceConfig.class);
    }

    static PresenceConfig defaults() {
        return presence(Map.of());
    }
}
