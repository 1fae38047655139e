package dev.postrider.testkit.server;

import dev.postrider.stack.process.ProcessRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Folders for servers of this JVM, removed when it ends. What a killed JVM left behind, servers included, is removed by
 * the next one.
 */
final class TestHome {
    private static final String PREFIX = "postrider-test-";

    private TestHome() {}

    static Path create(String part) {
        try {
            Path base = Path.of(System.getProperty("java.io.tmpdir"));
            removeOrphans(base);
            Path home = Files.createTempDirectory(base, PREFIX + part + "-");
            ProcessRecords.in(home).writeOwner(ProcessHandle.current());
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // Another process of the test removed a file meanwhile: the folder lies in the temporary folder.
        }
    }

    private static void removeOrphans(Path base) throws IOException {
        try (Stream<Path> folders = Files.list(base)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> ProcessRecords.in(folder).ownerIsGone())
                    .forEach(folder -> {
                        ProcessRecords.in(folder).leftovers().forEach(child -> child.kill());
                        delete(folder);
                    });
        }
    }
}
