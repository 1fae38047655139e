package dev.postrider.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class GivesWayTest {
    private static final Path GROUP = Path.of("/proc/self/autogroup");

    @TempDir
    Path folder;

    @Test
    @EnabledIf("linuxWithSessions")
    void whoGivesWayHasASmallShareOfItsOwnAndLeavesOthersTheirs() throws Exception {
        String own = Files.exists(GROUP) ? Files.readString(GROUP) : "";

        String told = outputOf(List.of("sh", "-c", "nice; cat " + GROUP + " 2>/dev/null || echo nice 10"));

        assertEquals("10", told.lines().findFirst().orElseThrow());
        assertEquals("nice 10", told.strip().substring(told.strip().length() - "nice 10".length()));
        assertEquals(own, Files.exists(GROUP) ? Files.readString(GROUP) : "");
    }

    private String outputOf(List<String> command) throws Exception {
        Path log = folder.resolve("log");
        Child child = Child.start(Launch.of("auth-service", command, log).givingWay());
        child.onExit().get(10, TimeUnit.SECONDS);
        return Files.readString(log);
    }

    static boolean linuxWithSessions() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) && Files.isExecutable(Path.of("/usr/bin/nice"));
    }
}
