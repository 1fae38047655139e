package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README shows is what README does. */
@WithSuite
class ReadmeTest {
    private static final Pattern CLIENT = Pattern.compile(
            "<!-- readme-client:begin -->\\s*```bash\\n(.*?)```\\s*<!-- readme-client:end -->", Pattern.DOTALL);

    private final Suite suite;

    ReadmeTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void clientInThirtyLinesSendsAndReceives() throws IOException, InterruptedException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Matcher client = CLIENT.matcher(Files.readString(root.resolve("README.md")));
        assertTrue(client.find(), "README has its client");

        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", client.group(1))
                .directory(root.toFile())
                .redirectErrorStream(true);
        bash.environment().put("POSTRIDER_URL", suite.gateway().toString());
        Process process = bash.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));

        assertEquals(0, process.exitValue(), output);
        assertTrue(output.lines().anyMatch(line -> line.contains("The mail is through.")), output);
    }
}
