package dev.postrider.stack.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Server programs out of their jars, unpacked once per user and version into the user's cache folder. Several processes
 * may do so at the same time: each unpacks beside and renames, the first one wins.
 */
final class Unpacked {
    private Unpacked() {}

    /** Where everything that can be made again is kept. */
    static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("postrider");
    }

    /** One executable file. */
    static Path file(URL resource, String name) throws IOException {
        Path target = cache().resolve(name);
        if (!Files.isExecutable(target)) {
            Files.createDirectories(target.getParent());
            Path beside = Files.createTempFile(target.getParent(), name, ".part");
            try (InputStream in = resource.openStream()) {
                Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            }
            executable(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** What lies under {@code root} in a jar and is {@code wanted} (by its path below root), as a folder. */
    static Path folder(URL root, String name, Predicate<String> wanted) throws IOException {
        Path target = cache().resolve(name);
        if (!Files.isDirectory(target)) {
            Files.createDirectories(target.getParent());
            Path beside = Files.createTempDirectory(target.getParent(), name + ".part");
            unpack(root, beside, wanted);
            moveUnlessThere(beside, target);
        }
        return target;
    }

    /** Renames; where another process was quicker, its result stays and ours is removed. */
    static void moveUnlessThere(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException quicker) {
            delete(beside);
        } catch (FileSystemException failed) {
            if (!Files.isDirectory(target)) {
                throw failed;
            }
            delete(beside);
        }
    }

    /** Removes a folder and all in it; what is not there is no error. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void unpack(URL root, Path target, Predicate<String> wanted) throws IOException {
        JarURLConnection connection = (JarURLConnection) root.openConnection();
        connection.setUseCaches(false);
        String prefix =
                connection.getEntryName().endsWith("/") ? connection.getEntryName() : connection.getEntryName() + "/";
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String below =
                        entry.getName().startsWith(prefix) ? entry.getName().substring(prefix.length()) : "";
                if (!below.isEmpty() && !entry.isDirectory() && wanted.test(below)) {
                    write(jar, entry, target.resolve(below));
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }
}
