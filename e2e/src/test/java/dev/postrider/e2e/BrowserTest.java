package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two browsers over the real suite: alone with each other while a chat node is killed, and together in a room. */
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

    /** Begins once every part answers through the gateway: a page that is told otherwise rightly says so. */
    private void walks(String walk, String kill) throws IOException, InterruptedException {
        Person scout = Person.registers(suite.gateway(), "scout");
        suite.eventually(() -> {
            scout.rest().get("/api/rooms").requireStatus(200);
            scout.rest().get("/api/conversations").requireStatus(200);
        });
        Process process = browsers(walk, kill);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
    }

    private Process browsers(String walk, String kill) throws IOException {
        ProcessBuilder npm = new ProcessBuilder("npm", "run", "--silent", "e2e", "--workspace", "web")
                .directory(Path.of("..").toAbsolutePath().normalize().toFile())
                .redirectErrorStream(true);
        npm.environment().put("POSTRIDER_URL", suite.gateway().toString());
        npm.environment().put("POSTRIDER_WALK", walk);
        npm.environment().put("POSTRIDER_KILL_CMD", kill);
        Process process = npm.start();
        process.getOutputStream().close();
        return process;
    }
}
