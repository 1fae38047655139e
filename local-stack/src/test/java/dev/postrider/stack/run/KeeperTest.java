package dev.postrider.stack.run;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.process.ProcessRecords;
import dev.postrider.stack.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    private Path folder;

    private final Recorded events = new Recorded();
    private final List<Keeper> kept = new ArrayList<>();

    @AfterEach
    void stopIt() {
        kept.forEach(Keeper::stop);
    }

    @Test
    void crashedPartIsReportedWithTheEndOfItsLogAndStartedAgainAfterGrowingDelays() {
        Keeper keeper = keeper("echo no luck; exit 3", false);

        keeper.start();

        await().until(() -> events.crashes().size() >= 4);
        assertEquals(
                List.of(
                        "crashed fake 3 [no luck] 10 ms",
                        "crashed fake 3 [no luck, no luck] 20 ms",
                        "crashed fake 3 [no luck, no luck, no luck] 40 ms",
                        "crashed fake 3 [no luck, no luck, no luck, no luck] 80 ms"),
                events.crashes().subList(0, 4));
    }

    @Test
    void killedPartComesBackUnderAnotherPid() {
        Keeper keeper = keeper("exec sleep 1000", true);
        keeper.start();
        assertTrue(keeper.awaitReady());
        long first = pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().until(() -> events.told.stream().filter("ready fake"::equals).count() == 2);
        assertFalse(pid() == first);
        assertTrue(events.crashes().getFirst().startsWith("crashed fake 137"));
    }

    @Test
    void partThatSomebodyAskedToEndComesBackWithoutGrowingDelays() {
        Keeper keeper = keeper("exec sleep 1000", true);
        keeper.start();
        assertTrue(keeper.awaitReady());

        for (int restart = 1; restart <= 2; restart++) {
            ProcessHandle.of(pid()).orElseThrow().destroy();
            int readies = restart + 1;
            await().until(() ->
                    events.told.stream().filter("ready fake"::equals).count() == readies);
        }

        assertEquals(List.of("crashed fake 143 [] 0 ms", "crashed fake 143 [] 0 ms"), events.crashes());
    }

    @Test
    void stoppedPartIsGoneStaysGoneAndIsForgotten() {
        Keeper keeper = keeper("exec sleep 1000", true);
        keeper.start();
        keeper.awaitReady();
        long pid = pid();

        keeper.stop();

        assertTrue(ProcessHandle.of(pid).map(handle -> !handle.isAlive()).orElse(true));
        assertEquals(List.of(), records().leftovers());
        assertEquals(List.of(), events.crashes());
    }

    @Test
    void partThatIgnoresTheRequestIsKilledAfterItsGrace() {
        Keeper keeper = keeper("trap '' TERM; while :; do sleep 0.1; done", true);
        keeper.start();
        keeper.awaitReady();
        long pid = pid();

        keeper.stop();

        assertTrue(ProcessHandle.of(pid).map(handle -> !handle.isAlive()).orElse(true));
    }

    @Test
    void partThatCannotBePreparedFailsTheStart() {
        Keeper keeper = kept(part(
                () -> {
                    throw new SettingsException("no binary");
                },
                true));
        keeper.start();

        SettingsException refused = assertThrows(SettingsException.class, keeper::awaitReady);

        assertEquals("no binary", refused.getMessage());
    }

    private Keeper keeper(String script, boolean ready) {
        return kept(part(() -> Launch.of("fake", List.of("sh", "-c", script), folder.resolve("fake.log")), ready));
    }

    private Keeper kept(Part part) {
        GrowingDelay shortDelay = new GrowingDelay(Duration.ofMillis(10), Duration.ofSeconds(10));
        Keeper keeper = new Keeper(part, records(), events, shortDelay);
        kept.add(keeper);
        return keeper;
    }

    private Part part(Part.Preparation preparation, boolean ready) {
        return new Part(
                "fake",
                1,
                List.of(),
                folder.resolve("fake.log"),
                preparation,
                () -> ready && Files.exists(folder.resolve("run/fake.pid")),
                Duration.ofMillis(300));
    }

    private ProcessRecords records() {
        return ProcessRecords.in(folder.resolve("run"));
    }

    private long pid() {
        return records().find("fake").orElseThrow().pid();
    }
}
