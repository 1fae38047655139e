package dev.postrider.deployment.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import dev.postrider.stack.server.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step of the image build that makes the AOT cache, and a start that may use nothing else; half a minute each. */
@EnabledIfSystemProperty(named = "images.train", matches = "true")
class AotCacheTest {
    private static final long BYTES_MIN = 10_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "history-service", "chat-service", "api-gateway"})
    void aServiceTrainedWithNothingAroundItStartsFromItsCache(String module) throws Exception {
        Path app = copied(module);
        Map<String, String> told =
                new HashMap<>(ImageFile.of(module, "Dockerfile.jvm").environment());
        told.remove("GATEWAY_PAGE_DIR");
        told.replaceAll((key, value) -> key.endsWith("_HOST") ? "127.0.0.1" : value);
        told.put("QUARKUS_HTTP_PORT", Integer.toString(FreePorts.take()));
        told.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePorts.take()));

        assertEquals(
                0,
                process(told, "bash", Checkout.file("deploy/docker/train.sh").toString(), app.toString())
                        .waitFor());
        assertTrue(Files.size(app.resolve("app.aot")) > BYTES_MIN);

        told.putAll(Map.of(
                "QUARKUS_PROFILE", "training",
                "POSTRIDER_SERVICE_KEY", "x".repeat(32),
                "AUTH_KEY_ENCRYPTION_SECRET", "x".repeat(32),
                "HISTORY_CURSOR_SECRET", "x".repeat(32),
                "QUARKUS_FLYWAY_MIGRATE_AT_START", "false"));
        Process running = process(
                told,
                "java",
                "-XX:AOTMode=on",
                "-XX:AOTCache=" + app.resolve("app.aot"),
                "-jar",
                app.resolve("quarkus-run.jar").toString());
        try {
            Awaitility.await(module + " lives")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> process(
                                            told,
                                            "bash",
                                            Checkout.file("deploy/docker/healthy.sh")
                                                    .toString())
                                    .waitFor()
                            == 0);
            assertTrue(running.isAlive(), "a cache that does not fit would have ended it");
        } finally {
            running.destroyForcibly().waitFor();
        }
    }

    private static Process process(Map<String, String> told, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "env", "-i", "PATH=" + Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH")));
        told.forEach((key, value) -> all.add(key + "=" + value));
        all.addAll(List.of(words));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path copied(String module) throws IOException {
        Path from = Checkout.file(module + "/target/quarkus-app");
        Path to = Path.of("target", "aot", module).toAbsolutePath();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!Files.exists(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }
}
