package dev.postrider.stack;

import dev.postrider.stack.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What {@code --fresh} forgets: our own folders below the data folder, nothing a person put beside them. */
final class DataFolder {
    private static final List<String> OURS = List.of("kafka", "mariadb", "redis", "log", "run", "secrets");

    private DataFolder() {}

    /** @param kept what the launcher itself is writing to */
    static void clear(Path data, Path kept) {
        for (String name : OURS) {
            try (Stream<Path> all =
                    Files.exists(data.resolve(name)) ? Files.walk(data.resolve(name)) : Stream.empty()) {
                all.filter(path -> !kept.startsWith(path))
                        .sorted(Comparator.reverseOrder())
                        .forEach(DataFolder::delete);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new SettingsException("cannot be deleted: " + path);
        }
    }
}
