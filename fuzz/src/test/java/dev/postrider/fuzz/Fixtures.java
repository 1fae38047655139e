package dev.postrider.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The golden records of the contracts, where a search begins. */
final class Fixtures {
    private static final Path HOME = Path.of("..", "contracts", "fixtures");

    private Fixtures() {}

    /** Those of some folders. */
    static Stream<Arguments> of(String... folders) {
        return Stream.of(folders).flatMap(folder -> in(HOME.resolve(folder)).stream());
    }

    private static List<Arguments> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Fixtures::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments read(Path file) {
        try {
            return Arguments.of((Object) Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
