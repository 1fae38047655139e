package dev.postrider.chat.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.base.start.Unsafe;
import dev.postrider.chat.ChatConfig;
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
    private static final Map<String, String> SAFE = Map.of();

    @Test
    void theContractsLimitsAreSafe() {
        assertEquals(List.of(), broken(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "chat.sends.per-second, 0",
        "chat.sends.burst, 100000",
        "chat.sends.room-per-second, 0",
        "chat.socket.frames-per-second, 1000000",
        "chat.socket.frame-bytes-max, 100000000",
        "chat.socket.outbox-bytes-max, 0",
        "chat.socket.errors-per-minute, 0",
        "chat.socket.connections-per-user, 1000000",
        "chat.journal.in-flight-max, 0"
    })
    void whatIsUnsafeIsNamed(String property, String value) {
        assertEquals(List.of(property), broken(Map.of(property, value)));
    }

    private static List<String> broken(Map<String, String> other) {
        Map<String, String> given = new HashMap<>(SAFE);
        given.putAll(other);
        ChatConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ChatConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(ChatConfig.class);
        return new ProductionRules(config)
                .broken().stream().map(Unsafe::property).toList();
    }
}
