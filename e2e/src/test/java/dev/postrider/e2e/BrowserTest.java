package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.person.Person;
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

/**
 * Two browsers over the real suite: alone with each other while chat nodes are killed and restarted, and together in a room.
 */
@WithSuite
class BrowserTest {
    private final Suite suite;

    BrowserTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void twoBrowsersSeeEveryMessageOnceThoughANodeIsKilled() throws IOException, InterruptedException {
        walks("direct", "kill -9 " + suite.pid("chat-service-1"));

        suite.awaitReady("chat-service-1");
    }

    @Test
    void twoBrowsersInARoomSeeOfEachOtherWhatTheyDoThere() throws IOException, InterruptedException {
        walks("rooms", "");
    }

    @Test
    void pageShowsAtMostItsBannerWhileOneNodeAfterTheOtherIsRestarted() throws IOException, InterruptedException {
        String nodes = Stream.of("chat-service-1", "chat-service-2")
                .map(node -> suite.pid(node) + "=" + suite.management(node).resolve("/q/health/ready"))
                .collect(Collectors.joining(" "));
        System.out.println(browsers("rollout", Map.of("POSTRIDER_NODES", nodes)));
    }

    private void walks(String walk, String kill) throws IOException, InterruptedException {
        browsers("e2e", Map.of("POSTRIDER_WALK", walk, "POSTRIDER_KILL_CMD", kill));
    }

    /**
     * What the browsers' script said; fails with it where it does not end well. Begins once every part answers through the
     * gateway: a page that is told otherwise rightly says so.
     */
    private String browsers(String script, Map<String, String> told) throws IOException, InterruptedException {
        Person scout = Person.registers(suite.gateway(), "scout");
        suite.eventually(() -> {
            scout.rest().get("/api/rooms").requireStatus(200);
            scout.rest().get("/api/conversations").requireStatus(200);
        });
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
