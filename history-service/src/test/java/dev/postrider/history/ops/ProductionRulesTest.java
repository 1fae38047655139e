package dev.postrider.history.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.start.Unsafe;
import dev.postrider.history.HistoryConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionRulesTest {
    private static final Map<String, String> SAFE = Map.of("history.cursor-secret", "kX3vT9qLw2".repeat(4));

    @Test
    void theContractsLimitsAreSafe() {
        assertEquals(List.of(), broken(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "history.cursor-secret, development-cursor-secret-0123456789",
        "history.reads-at-once, 0",
        "history.reads-waiting-max, 10000000",
        "history.sync.events-max, 0"
    })
    void whatIsUnsafeIsNamed(String property, String value) {
        assertEquals(List.of(property), broken(Map.of(property, value)));
    }

    private static List<String> broken(Map<String, String> other) {
        Map<String, String> given = new HashMap<>(SAFE);
        given.putAll(other);
        HistoryConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(HistoryConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(HistoryConfig.class);
        return new ProductionRules(config)
                .broken().stream().map(Unsafe::property).toList();
    }
}
