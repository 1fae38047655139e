package dev.postrider.base;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * The settings that every raw Kafka client of this process shares: all properties that begin with {@code kafka.},
 * without that prefix (brokers, security), as the Kafka extensions of Quarkus read them too.
 */
@ApplicationScoped
public class KafkaSettings {
    private static final String PREFIX = "kafka.";
    private static final String BROKERS = "bootstrap.servers";

    private final Map<String, Object> shared = new HashMap<>();

    KafkaSettings(Config config) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> shared.put(name.substring(PREFIX.length()), value));
            }
        }
        shared.put(
                BROKERS, config.getOptionalValue(PREFIX + BROKERS, String.class).orElse("localhost:9092"));
        shared.put("enable.metrics.push", false);
    }

    /** A fresh map of the shared settings with these on top. */
    public Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(shared);
        all.putAll(own);
        return all;
    }
}
