package dev.postrider.gateway.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.start.Unsafe;
import dev.postrider.gateway.GatewayConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
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
    private static final Map<String, String> SAFE = Map.of("gateway.public-origins", "https://chat.example.org");

    @Test
    void theContractsLimitsAreSafe() {
        assertEquals(List.of(), broken(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.public-origins, http://chat.example.org",
        "gateway.cors.origins, https://*.example.org",
        "gateway.limits.calls-per-user, 0",
        "gateway.limits.calls-at-once, 0",
        "gateway.limits.searches-per-user, 1000000",
        "gateway.limits.sign-ins-per-address, 0",
        "gateway.limits.open-calls-per-address, -1",
        "gateway.limits.upgrades-per-address, 0",
        "gateway.limits.upgrades-at-once, 0",
        "gateway.limits.connections-per-user, 100000",
        "gateway.limits.connections-per-address, 100000",
        "gateway.bounds.body-bytes-max, 100M",
        "gateway.bounds.connections-max, 0",
        "gateway.bounds.tunnels-max, 0"
    })
    void whatIsUnsafeIsNamed(String property, String value) {
        assertEquals(List.of(property), broken(Map.of(property, value)));
    }

    private static List<String> broken(Map<String, String> other) {
        Map<String, String> given = new HashMap<>(SAFE);
        given.putAll(other);
        GatewayConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(GatewayConfig.class);
        return new ProductionRules(config)
                .broken().stream().map(Unsafe::property).toList();
    }
}
