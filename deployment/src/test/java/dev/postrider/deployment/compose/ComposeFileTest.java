package dev.postrider.deployment.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.settings.KnownSettings;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComposeFileTest {
    private static final List<String> ENV_FILES =
            List.of(".env", "deploy/compose/three-brokers.env", "deploy/compose/mysql.env");
    /** Work once and end. */
    private static final Set<String> ONE_SHOT = Set.of("secrets", "topics");

    @TestFactory
    Stream<DynamicTest> everyWayToStartItIsComplete() {
        return ENV_FILES.stream()
                .map(env -> DynamicTest.dynamicTest(env, () -> {
                    ComposeFile file = ComposeFile.read(Interpolation.of(Checkout.text(env)));

                    file.services().values().forEach(service -> {
                        assertWaitsForWhatIsThere(file, service);
                        assertMountsExist(file, service);
                        assertConfined(service);
                    });
                }));
    }

    @Test
    void eachProfileBringsItsServers() {
        assertEquals(Set.of("mariadb", "kafka"), servers(".env"));
        assertEquals(Set.of("mariadb", "kafka", "kafka-2", "kafka-3"), servers("deploy/compose/three-brokers.env"));
        assertEquals(Set.of("mysql", "kafka"), servers("deploy/compose/mysql.env"));
    }

    @Test
    void threeBrokersKeepThreeCopiesOfWhichTwoAcknowledge() {
        ComposeFile file = read("deploy/compose/three-brokers.env");

        assertEquals("3", file.service("topics").command().getLast());
        for (String broker : List.of("kafka", "kafka-2", "kafka-3")) {
            Map<String, String> told = file.service(broker).environment();
            assertEquals("2", told.get("KAFKA_MIN_INSYNC_REPLICAS"));
            assertEquals("1@kafka:9093,2@kafka-2:9093,3@kafka-3:9093", told.get("KAFKA_CONTROLLER_QUORUM_VOTERS"));
            assertEquals("PLAINTEXT://" + broker + ":9092", told.get("KAFKA_ADVERTISED_LISTENERS"));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyVariableOfAServiceIsASettingOfItsCode() {
        return services()
                .map(service -> DynamicTest.dynamicTest(service.name(), () -> {
                    Set<String> known =
                            KnownSettings.of(service.module().orElseThrow()).variables();
                    Set<String> unknown = new TreeSet<>(service.environment().keySet());
                    unknown.addAll(image(service).environment().keySet());
                    unknown.removeAll(known);
                    unknown.remove("JDK_JAVA_OPTIONS");

                    assertEquals(Set.of(), unknown, "variables that nothing reads");
                }));
    }

    @TestFactory
    Stream<DynamicTest> portsAndHealthPathsAreTheCodes() {
        return services()
                .map(service -> DynamicTest.dynamicTest(service.name(), () -> {
                    Properties code = properties(service.module().orElseThrow());
                    Map<String, String> told = service.environment();
                    List<String> ports = List.of(told.get("QUARKUS_HTTP_PORT"), told.get("QUARKUS_MANAGEMENT_PORT"));

                    assertEquals(ports, image(service).ports(), "EXPOSE");
                    assertEquals(code.getProperty("quarkus.management.port"), ports.getLast());
                    assertEquals(
                            ports.getFirst(),
                            code.getProperty("quarkus.http.port", "8080"),
                            "the gateway's own default is 8080");
                    assertEquals("/q/health/ready", service.healthCheck().getLast());
                    assertEquals("/q/health/live", image(service).healthCheck().getLast());
                }));
    }

    @Test
    void noSecretStandsInAnyFile() {
        Stream.concat(Stream.of("docker-compose.yml"), ENV_FILES.stream())
                .forEach(file -> Checkout.text(file)
                        .lines()
                        .filter(line -> line.matches("\\s*[A-Z_]*(PASSWORD|SECRET|SERVICE_KEY)[A-Z_]*\\s*[:=].*"))
                        .forEach(line -> assertTrue(line.matches(".*_FILE: /.*"), file + ": " + line)));
    }

    @Test
    void whoHashesPasswordsGetsASmallerShareThanWhoCarriesMessages() {
        ComposeFile file = read(".env");
        int auth = shares(file, "auth-service");

        for (String carrier : List.of("api-gateway", "chat-service-1", "chat-service-2", "kafka", "redis")) {
            assertTrue(shares(file, carrier) >= 4 * auth, carrier);
        }
    }

    @TestFactory
    Stream<DynamicTest> imagesCopyOnlyWhatTheirContextHolds() {
        List<String> context = Checkout.text(".dockerignore")
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        return Checkout.SERVICES.stream()
                .flatMap(module ->
                        Stream.of("Dockerfile.jvm", "Dockerfile.native-micro").map(file -> ImageFile.of(module, file)))
                .map(image -> DynamicTest.dynamicTest(image.module(), () -> {
                    for (String source : image.copied()) {
                        assertTrue(context.stream().anyMatch(allowed -> covers(allowed, source)), source);
                    }
                    assertEquals(List.of("10001:10001"), image.lines("USER "));
                    assertTrue(
                            Files.exists(Checkout.file("deploy/docker/healthy.sh"))
                                    && image.healthCheck().contains("/app/healthy.sh"),
                            "health check");
                }));
    }

    private static boolean covers(String allowed, String source) {
        String pattern = allowed.replace("**", "\u0000").replace("*", "[^/]*").replace("\u0000", ".*");
        return source.matches(pattern) || (source + "x").matches(pattern) || source.equals(allowed);
    }

    private static void assertWaitsForWhatIsThere(ComposeFile file, ComposeService service) {
        service.dependsOn().forEach((other, condition) -> {
            if (!file.services().containsKey(other)) {
                assertFalse(service.needs(other), service.name() + " needs " + other);
                return;
            }
            boolean once = ONE_SHOT.contains(other);
            assertEquals(once ? "service_completed_successfully" : "service_healthy", condition, service.name());
            assertTrue(once || !file.service(other).healthCheck().isEmpty(), other + " has no health check");
        });
    }

    private static void assertMountsExist(ComposeFile file, ComposeService service) {
        service.mounts().values().forEach(source -> {
            if (source.startsWith("./")) {
                boolean built = source.contains("/target");
                assertTrue(built || Files.exists(Checkout.file(source)), service.name() + ": " + source);
            } else {
                assertTrue(file.volumes().contains(source), service.name() + ": volume " + source);
            }
        });
    }

    private static void assertConfined(ComposeService service) {
        assertTrue(service.text("mem_limit").isPresent(), service.name() + " has no memory limit");
        if (service.module().isEmpty()) {
            return;
        }
        assertEquals("10001:10001", service.text("user").orElse("root"));
        assertEquals("true", service.text("read_only").orElse("false"));
        assertEquals(List.of("ALL"), service.list("cap_drop"));
        assertTrue(
                service.text("cpus").isPresent() && service.text("pids_limit").isPresent(), service.name());
    }

    private static int shares(ComposeFile file, String service) {
        return Integer.parseInt(file.service(service).text("cpu_shares").orElse("1024"));
    }

    private static ImageFile image(ComposeService service) {
        return ImageFile.of(service.module().orElseThrow(), "Dockerfile.jvm");
    }

    private static Stream<ComposeService> services() {
        return read(".env").services().values().stream()
                .filter(service -> service.module().isPresent());
    }

    private static Set<String> servers(String env) {
        Set<String> names = new TreeSet<>(read(env).services().keySet());
        names.removeIf(name -> !name.matches("kafka.*|mariadb|mysql"));
        return names;
    }

    private static ComposeFile read(String env) {
        return ComposeFile.read(Interpolation.of(Checkout.text(env)));
    }

    private static Properties properties(String module) {
        return KnownSettings.properties(module + "/src/main/resources/application.properties");
    }
}
