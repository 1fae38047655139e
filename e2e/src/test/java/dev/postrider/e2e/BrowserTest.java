package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two browsers chat over the real suite while a chat node is killed: both end with every message once. */
@WithSuite
class BrowserTest {
    private final Suite suite;

    BrowserTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void twoBrowsersSeeEveryMessageOnceThoughANodeIsKilled() throws IOException, InterruptedException {
        Process process = browsers();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        suite.awaitReady("chat-service-1");
    }

    private Process browsers() throws IOException {
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "--silent", "e2e", "--workspace", "web")
                .directory(Path.of("..").toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true);
        npm.environment().put("POSTRIDER_URL", suite.gateway().toString());
        npm.environment().put("POSTRIDER_KILL_CMD", "kill -9 " + suite.pid("chat-service-1"));
        Process process = npm.start();
        process.getOutputStream().close();
        return process;
    }
}
