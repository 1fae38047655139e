package dev.postrider.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path data;

    @Test
    void everythingIsForgottenButWhatPeoplePutThereAndTheLogThatTheLauncherWrites() throws IOException {
        for (String file : List.of("kafka/0/segment", "log/auth-service.log", "log/local-stack.log", "mine/notes")) {
            Files.createDirectories(data.resolve(file).getParent());
            Files.createFile(data.resolve(file));
        }

        DataFolder.clear(data, data.resolve("log/local-stack.log"));

        assertEquals(List.of("log/local-stack.log", "mine/notes"), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> data.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
