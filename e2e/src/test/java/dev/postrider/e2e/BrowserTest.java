package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two browsers chat over the real suite while chat nodes are killed and restarted: both end with every message once. */
@WithSuite
class BrowserTest {
    private final Suite suite;

    BrowserTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void twoBrowsersSeeEveryMessageOnceThoughANodeIsKilled() throws IOException, InterruptedException {
        browsers("e2e", Map.of("POSTRIDER_KILL_CMD", "kill -9 " + suite.pid("chat-service-1")));
        suite.awaitReady("chat-service-1");
    }

    @Test
    void pageShowsAtMostItsBannerWhileOneNodeAfterTheOtherIsRestarted() throws IOException, InterruptedException {
        String nodes = Stream.of("chat-service-1", "chat-service-2")
                .map(node -> suite.pid(node) + "=" + suite.management(node).resolve("/q/health/ready"))
                .collect(Collectors.joining(" "));
        System.out.println(browsers("rollout", Map.of("POSTRIDER_NODES", nodes)));
    }

    /** What the browsers' script said; fails with it where it does not end well. */
    private String browsers(String script, Map<String, String> told) throws IOException, InterruptedException {
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "--silent", script, "--workspace", "web")
                .directory(Path.of("..").toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true);
        npm.environment().put("POSTRIDER_URL", suite.gateway().toString());
        npm.environment().putAll(told);
        Process process = npm.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        return output;
    }
}
