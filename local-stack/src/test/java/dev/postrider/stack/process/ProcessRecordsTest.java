package dev.postrider.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void livingProcessIsFoundAgain() throws IOException {
        Child child = Child.start(Launch.of("redis", List.of("sleep", "1000"), folder.resolve("log")));
        try {
            ProcessRecords.in(folder).write(child);

            List<Child> found = ProcessRecords.in(folder).leftovers();

            assertEquals(List.of(child.pid()), found.stream().map(Child::pid).toList());
        } finally {
            child.kill();
        }
        assertEquals(List.of(), ProcessRecords.in(folder).leftovers());
    }

    @Test
    void anotherProcessUnderTheSamePidIsNotOurs() throws IOException {
        long own = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("kafka.pid"), own + " 2001-01-01T00:00:00Z\n");

        Optional<Child> found = ProcessRecords.in(folder).find("kafka");

        assertEquals(Optional.empty(), found);
    }

    @Test
    void ownerIsGoneOnlyWhereThereWasOne() throws IOException {
        ProcessRecords records = ProcessRecords.in(folder);
        assertTrue(!records.ownerIsGone());

        records.writeOwner(ProcessHandle.current());
        assertTrue(!records.ownerIsGone());

        Files.writeString(folder.resolve("owner.pid"), "1 2001-01-01T00:00:00Z\n");
        assertTrue(records.ownerIsGone());
    }

    @Test
    void pausedChildCanStillBeStopped() throws IOException {
        Child child = Child.start(Launch.of("redis", List.of("sleep", "1000"), folder.resolve("log")));
        child.pause();

        child.stop(java.time.Duration.ofSeconds(10));

        assertTrue(!child.alive());
        assertEquals(143, child.exitCode().orElseThrow());
    }
}
