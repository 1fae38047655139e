package dev.postrider.auth.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.auth.AuthConfig;
import dev.postrider.base.start.Unsafe;
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
    private static final Map<String, String> SAFE = Map.of("auth.key-encryption-secret", "kX3vT9qLw2".repeat(4));

    @Test
    void theContractsLimitsAreSafe() {
        assertEquals(List.of(), broken(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "auth.key-encryption-secret, development-key-encryption-secret-0001",
        "auth.key-encryption-secret, too-short",
        "auth.limits.sign-ins-per-address-minute, 0",
        "auth.limits.failed-per-account-hour, 1000000",
        "auth.limits.windows-in-memory-max, -1",
        "auth.passwords.waiting-max, 1000000"
    })
    void whatIsUnsafeIsNamed(String property, String value) {
        assertEquals(List.of(property), broken(Map.of(property, value)));
    }

    private static List<String> broken(Map<String, String> other) {
        Map<String, String> given = new HashMap<>(SAFE);
        given.putAll(other);
        AuthConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(AuthConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(AuthConfig.class);
        return new ProductionRules(config)
                .broken().stream().map(Unsafe::property).toList();
    }
}
