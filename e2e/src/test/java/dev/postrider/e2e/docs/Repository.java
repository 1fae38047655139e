package dev.postrider.e2e.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this checkout, without what builds leave behind. */
final class Repository {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "node_modules", ".next", "out", ".data");

    private Repository() {}

    static List<Path> files(String ending) {
        try (Stream<Path> all = walk(ROOT)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !LEFT_OUT.contains(path.getFileName().toString())).sorted().toList().stream()
                    .flatMap(path -> Files.isDirectory(path) ? walk(path) : Stream.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
