package dev.postrider.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The fuzzing client of Autobahn|Testsuite: Python, run by Jython in a process of its own. */
final class FuzzingClient {
    private static final Path HOME = Path.of("target", "conformance").toAbsolutePath();
    private static final int LATE_SECONDS_MAX = 15;
    private static final List<String> ARCHIVES = List.of("jython-standalone", "autobahntestsuite");

    private FuzzingClient() {}

    /**
     * Where the suite connects.
     *
     * @param name in reports
     * @param token shown at each upgrade
     */
    record Door(String name, URI url, String token) {
        private Map<String, Object> specification(List<String> cases) {
            return Map.of(
                    "outdir",
                    HOME.resolve(name).toString(),
                    "servers",
                    List.of(Map.of(
                            "agent",
                            name,
                            "url",
                            "ws://" + url.getAuthority() + "/ws",
                            "protocols",
                            List.of("postrider.v1"),
                            "headers",
                            Map.of("Authorization", "Bearer " + token))),
                    "options",
                    Map.of(
                            "failByDrop",
                            false,
                            "openHandshakeTimeout",
                            LATE_SECONDS_MAX,
                            "closeHandshakeTimeout",
                            LATE_SECONDS_MAX,
                            "serverConnectionDropTimeout",
                            LATE_SECONDS_MAX),
                    "cases",
                    cases);
        }

        private Map<String, Outcome> outcomes() throws IOException {
            Map<String, Outcome> outcomes = new TreeMap<>();
            JsonNode index = Json.mapper()
                    .readTree(HOME.resolve(name).resolve("index.json").toFile());
            index.path(name).fields().forEachRemaining(row -> outcomes.put(row.getKey(), Outcome.of(row.getValue())));
            JsonNode asked = Json.mapper()
                    .readTree(HOME.resolve(name).resolve("cases.json").toFile());
            for (JsonNode one : asked) {
                outcomes.computeIfAbsent(one.asText(), missing -> new Outcome("NOT RUN", "NOT RUN", "none"));
            }
            return outcomes;
        }
    }

    /**
     * All doors at the same time. A page for each case is left in {@code target/conformance}.
     *
     * @param cases numbers, and patterns as {@code 1.*}
     * @return by door and case
     * @throws IllegalStateException with the client's output where it does not end well within the limit
     */
    static Map<String, Map<String, Outcome>> run(List<Door> doors, List<String> cases, Duration limit)
            throws IOException, InterruptedException {
        for (Door door : doors) {
            Files.createDirectories(HOME.resolve(door.name()));
            Files.deleteIfExists(HOME.resolve(door.name()).resolve("index.json"));
        }
        Path specification = HOME.resolve("doors.json");
        Json.mapper()
                .writeValue(
                        specification.toFile(),
                        doors.stream().map(door -> door.specification(cases)).toList());
        Path log = HOME.resolve("fuzz.log");
        Process client = new ProcessBuilder(command(specification))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        client.getOutputStream().close();
        if (!client.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new IllegalStateException("not ready within " + limit + "; see " + log);
        }
        if (client.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        Map<String, Map<String, Outcome>> all = new TreeMap<>();
        for (Door door : doors) {
            all.put(door.name(), door.outcomes());
        }
        return all;
    }

    private static List<String> command(Path specification) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpython.cachedir.skip=true",
                "-cp",
                archives(),
                "org.python.util.jython",
                script().toString(),
                specification.toString());
    }

    private static String archives() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> ARCHIVES.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path script() throws IOException {
        try {
            return Path.of(Objects.requireNonNull(FuzzingClient.class.getResource("/conformance/fuzz.py"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }
}
