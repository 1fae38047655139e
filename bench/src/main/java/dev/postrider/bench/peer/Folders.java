package dev.postrider.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of peers: scratch folders, configuration made of a pattern, programs of the machine. */
final class Folders {
    private static final List<String> PROGRAMS =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private Folders() {}

    /** There, and empty. */
    static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** A pattern beside this class with every {@code @name@} in it put in. */
    static Path write(String pattern, Map<String, String> values, Path file) throws IOException {
        try (InputStream in = Folders.class.getResourceAsStream("/peer/" + pattern)) {
            if (in == null) {
                throw new IOException("no pattern " + pattern);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            return Files.writeString(file, text);
        }
    }

    /** Where a package of the system put a program. */
    static Optional<Path> program(String name) {
        return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), PROGRAMS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first folder {@code parent/child} whose name begins so, of those in {@code above}. */
    static Optional<Path> libraries(Path above, String beginning) {
        try (Stream<Path> all = Files.find(
                above,
                2,
                (path, facts) -> facts.isDirectory()
                        && path.getFileName().toString().startsWith(beginning)
                        && Files.isDirectory(path.resolve("ebin")))) {
            return all.findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
