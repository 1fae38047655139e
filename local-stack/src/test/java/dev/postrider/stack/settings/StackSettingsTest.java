package dev.postrider.stack.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
    private static final Path EXAMPLE = Path.of("..", "postrider.example.properties");

    @TempDir
    private Path home;

    @Test
    void withoutAFileTheDefaultsHold() {
        StackSettings settings = StackSettings.load(home, home.resolve("none.properties"), Map.of());

        assertEquals(8080, settings.number(Setting.PORT));
        assertEquals(2, settings.number(Setting.NODES));
        assertEquals(home.resolve(".data"), settings.path(Setting.DATA));
        assertEquals(List.of("http://localhost:8080", "http://127.0.0.1:8080"), settings.publicOrigins());
    }

    @Test
    void flagsAreStrongerThanTheFile() throws IOException {
        Path file = Files.writeString(home.resolve("postrider.properties"), "port=9000\nnodes=3\n");

        StackSettings settings = StackSettings.load(home, file, Map.of("port", "9001"));

        assertEquals(9001, settings.number(Setting.PORT));
        assertEquals(3, settings.number(Setting.NODES));
    }

    @Test
    void unknownKeyIsRefusedWithTheNearestKnownOne() {
        SettingsException refused = assertThrows(SettingsException.class, () -> of(Map.of("mariadb.prot", "3307")));

        assertEquals(
                "postrider.properties: there is no key \"mariadb.prot\". Did you mean \"mariadb.port\"?",
                refused.getMessage());
    }

    @Test
    void keyLikeNoOtherIsRefusedWithTheListOfAll() {
        SettingsException refused = assertThrows(SettingsException.class, () -> of(Map.of("colour", "red")));

        assertTrue(String.valueOf(refused.getMessage()).contains("postrider.example.properties"));
    }

    @Test
    void valueThatCannotBeIsRefusedWithWhatWouldBeRight() {
        SettingsException refused = assertThrows(SettingsException.class, () -> of(Map.of("port", "80800")));

        assertEquals("port=80800: must be a port, 1 to 65535", refused.getMessage());
    }

    @Test
    void keysOfServicesGoToThatServiceAndThoseOfAllToAll() {
        StackSettings settings = of(Map.of(
                "auth.access-lifetime", "1m",
                "chat.sends.burst", "7",
                "postrider.tracing.enabled", "true",
                "quarkus.log.level", "DEBUG"));

        assertEquals("1m", settings.forService("auth").get("auth.access-lifetime"));
        assertEquals("DEBUG", settings.forService("auth").get("quarkus.log.level"));
        assertEquals("true", settings.forService("auth").get("postrider.tracing.enabled"));
        assertEquals(null, settings.forService("auth").get("chat.sends.burst"));
        assertEquals("7", settings.forService("chat").get("chat.sends.burst"));
    }

    @Test
    void looserLimitsOfTheLocalStackHoldUnlessSet() {
        assertEquals("6000", of(Map.of()).forService("gateway").get("gateway.limits.calls-per-user"));
        assertEquals(
                "5",
                of(Map.of("gateway.limits.calls-per-user", "5"))
                        .forService("gateway")
                        .get("gateway.limits.calls-per-user"));
    }

    @Test
    void everyKeyIsDescribedInTheExampleWithItsDefault() throws IOException {
        Set<String> described = Files.readAllLines(EXAMPLE).stream()
                .filter(line -> line.matches("#[a-z][a-z.-]*=.*"))
                .map(line -> line.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = Arrays.stream(Setting.values())
                .map(setting -> setting.key() + "=" + setting.standard())
                .collect(Collectors.toCollection(TreeSet::new));
        LocalLimits.get().forEach((key, value) -> expected.add(key + "=" + value));

        expected.removeAll(described);

        assertEquals(Set.of(), expected, "described in postrider.example.properties as #key=default");
    }

    private StackSettings of(Map<String, String> given) {
        return StackSettings.of(home, given, "postrider.properties");
    }
}
