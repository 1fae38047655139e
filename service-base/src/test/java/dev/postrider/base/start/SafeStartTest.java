package dev.postrider.base.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.base.SharedConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeStartTest {
    private static final String SECRET = "kX3vT9qLw2".repeat(4);
    private static final Map<String, String> SAFE = Map.of(
            "postrider.service-key", SECRET,
            "postrider.public-origins", "https://chat.example.org",
            "quarkus.datasource.reactive.url", "mysql://db:3306/postrider_chat",
            "quarkus.datasource.username", "postrider_chat",
            "quarkus.datasource.password", "fDk39-sLq7_wPz");

    @Test
    void safeSettingsStart() {
        assertEquals(List.of(), broken(Map.of()));
        assertDoesNotThrow(() -> SafeStart.check(List.of(rules(Map.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development-service-key", "short-but-not-known"})
    void aServiceKeyOfDevelopmentOrAShortOneIsNamed(String key) {
        assertEquals(List.of("postrider.service-key"), broken(Map.of("postrider.service-key", key)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://chat.example.org | cookies would be plain",
                "https://*.example.org | open",
                "https://localhost:8443 | this machine",
                "'https://chat.example.org,http://chat.example.org' | cookies would be plain"
            })
    void originsThatArePlainOpenOrOfThisMachineAreNamed(String origins, String why) {
        List<Unsafe> found = rules(Map.of("postrider.public-origins", origins)).broken();

        assertEquals("postrider.public-origins", found.getFirst().property());
        assertTrue(found.getFirst().why().contains(why), found.getFirst().why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postrider", "Password", "postrider_chat", "tooshort", " "})
    void aDefaultOrShortPasswordOfTheDatabaseIsNamed(String password) {
        assertEquals(List.of("quarkus.datasource.password"), broken(Map.of("quarkus.datasource.password", password)));
    }

    @Test
    void aServiceWithoutADatabaseNeedsNoPassword() {
        Map<String, String> given = new HashMap<>(SAFE);
        given.keySet().removeIf(key -> key.startsWith("quarkus.datasource"));

        assertEquals(List.of(), new SharedRules(shared(given), config(given)).broken());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 101})
    void aLimitThatIsNoneIsNamed(long value) {
        List<Unsafe> found = new Findings()
                .limit("gateway.limits.calls-per-user", value, 100)
                .all();

        assertEquals("gateway.limits.calls-per-user", found.getFirst().property());
    }

    @Test
    void allThatIsBrokenIsSaidAtOnceWithThePageToReadAndWithoutAnySecret() throws IOException {
        var refused = assertThrows(
                UnsafeStartException.class,
                () -> SafeStart.check(List.of(rules(Map.of(
                        "postrider.service-key",
                        "development-service-key",
                        "quarkus.datasource.password",
                        "tooshort")))));

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("postrider.service-key") && said.contains("quarkus.datasource.password"), said);
        assertFalse(said.contains("development-service-key") || said.contains("tooshort"), said);
        assertTrue(said.contains(Unsafe.PAGE));
        assertTrue(Files.readString(Path.of("..", Unsafe.PAGE.replaceFirst("#.*", "")))
                .contains("## Before production"));
    }

    private static List<String> broken(Map<String, String> other) {
        return rules(other).broken().stream().map(Unsafe::property).toList();
    }

    private static SharedRules rules(Map<String, String> other) {
        Map<String, String> given = new HashMap<>(SAFE);
        given.putAll(other);
        return new SharedRules(shared(given), config(given));
    }

    private static SharedConfig shared(Map<String, String> given) {
        return config(given).getConfigMapping(SharedConfig.class);
    }

    private static SmallRyeConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SharedConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build();
    }
}
