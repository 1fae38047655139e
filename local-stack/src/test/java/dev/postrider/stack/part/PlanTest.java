package dev.postrider.stack.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postrider.stack.settings.SettingsException;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    @TempDir
    private Path home;

    @Test
    void partsBearTheNamesOfStatusInTheOrderOfTheStart() {
        Plan plan = plan(Map.of("nodes", "3"));

        assertEquals(
                List.of(
                        "kafka",
                        "mariadb",
                        "redis",
                        "auth-service",
                        "history-service",
                        "chat-service-1",
                        "chat-service-2",
                        "chat-service-3",
                        "api-gateway"),
                plan.all().stream().map(Part::name).toList());
        assertEquals(8093, plan.services().get(4).port());
    }

    @Test
    void ownServersAreUsedInsteadOfEmbeddedOnes() throws IOException {
        Plan plan = plan(Map.of(
                "kafka", "broker.example:9092",
                "mysql", "mysql://rider:pass@db.example:3307",
                "redis", "redis://cache.example:6379"));

        assertEquals(List.of(), plan.servers());
        Properties told = told(plan, "chat-service-1");
        assertEquals("broker.example:9092", told.getProperty("kafka.bootstrap.servers"));
        assertEquals("redis://cache.example:6379", told.getProperty("quarkus.redis.hosts"));
        assertEquals("jdbc:mariadb://db.example:3307/postrider_chat", told.getProperty("quarkus.datasource.jdbc.url"));
    }

    @Test
    void databaseAddressWithoutUserIsRefusedWithoutShowingIt() {
        SettingsException refused =
                assertThrows(SettingsException.class, () -> plan(Map.of("mysql", "mysql://secret-host")));

        assertEquals(
                "mysql: must look like mysql://user:password@host:3306 (the value is not shown)", refused.getMessage());
    }

    @Test
    void gatewayKnowsEveryNodeAndItsOwnOrigins() throws IOException {
        Properties told = told(plan(Map.of("port", "9000")), "api-gateway");

        assertEquals("127.0.0.1:8091:9091,127.0.0.1:8092:9092", told.getProperty("gateway.chat-nodes"));
        assertEquals("http://localhost:9000,http://127.0.0.1:9000", told.getProperty("postrider.public-origins"));
    }

    @Test
    void unbuiltServiceSaysHowToBuildIt() {
        Plan plan = plan(Map.of());

        NotBuiltException refused = assertThrows(
                NotBuiltException.class,
                () -> plan.services().getFirst().preparation().prepare());

        assertEquals("auth-service is not built; ./dev up builds what is stale", refused.getMessage());
    }

    private Plan plan(Map<String, String> given) {
        return Plan.of(StackSettings.of(home, new HashMap<>(given), "postrider.properties"));
    }

    private Properties told(Plan plan, String name) throws IOException {
        Path app = home.resolve(name.replaceFirst("-[0-9]$", "")).resolve("target/quarkus-app");
        Files.createDirectories(app);
        Files.writeString(app.resolve("quarkus-run.jar"), "");
        Part part = plan.services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
        part.preparation().prepare();
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(home.resolve(".data/run/" + name + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
