package dev.postrider.contracts.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GeneratedFilesTest {
    @TestFactory
    Stream<DynamicTest> committedFileIsWhatTheRecordsSay() throws IOException {
        Path root = Path.of("..");
        return Generate.files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> isFresh(root, file)));
    }

    private static void isFresh(Path root, Map.Entry<String, String> file) throws IOException {
        String committed = Files.readString(root.resolve(file.getKey()));
        assertEquals(file.getValue(), committed, file.getKey() + " is stale: run ./dev gen and commit what it writes");
    }
}
