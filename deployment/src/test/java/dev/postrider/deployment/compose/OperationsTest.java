package dev.postrider.deployment.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands of docs/operations.md that need nothing but a running suite, as they stand there. */
@ExtendWith(RunningCompose.class)
class OperationsTest {
    private static final Pattern TRIED = Pattern.compile("<!-- tried -->\n```bash\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCommandThatIsSaidToBeTriedWorks(Running compose) throws Exception {
        List<String> commands = TRIED.matcher(Checkout.text("docs/operations.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(commands.size() >= 3);
        for (String command : commands) {
            ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", command);
            shell.environment().putAll(places(compose));
            Process process = shell.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, process.waitFor(), command + said);
            assertFalse(said.isBlank(), command);
        }
    }

    @Test
    void linesOfJsonAreWhatALogGathererReads(Running compose) throws IOException {
        String said = compose.refusal(
                "history-service", Map.of("QUARKUS_PROFILE", "prod", "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));

        List<String> lines = said.lines().filter(line -> line.startsWith("{")).toList();
        assertFalse(lines.isEmpty(), said);
        for (String line : lines) {
            var read = new ObjectMapper().readTree(line);
            for (String key : List.of("timestamp", "level", "loggerName", "threadName", "message")) {
                assertTrue(read.hasNonNull(key), line);
            }
        }
        assertTrue(lines.stream().anyMatch(line -> line.contains("postrider.public-origins")), said);
    }

    private static Map<String, String> places(Running compose) {
        String key = Checkout.text(compose.volume("gateway-secrets").resolve("secrets.properties"))
                .lines()
                .filter(line -> line.startsWith("postrider.service-key="))
                .map(line -> line.split("=", 2)[1])
                .findFirst()
                .orElseThrow();
        return Map.of(
                "SERVICE_KEY", key,
                "AUTH", "127.0.0.1:" + compose.port("auth-service", "9081"),
                "HISTORY", "127.0.0.1:" + compose.port("history-service", "9082"));
    }
}
