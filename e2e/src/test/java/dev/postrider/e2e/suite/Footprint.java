package dev.postrider.e2e.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** What each service holds, as the kernel counts it. Linux only: see {@link #isKnown}. */
public final class Footprint {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String RESIDENT = "VmRSS:";
    private static final long KIB = 1_024;

    private final Map<String, Long> pids = new LinkedHashMap<>();

    /** Of the processes that run now. */
    public Footprint(Suite suite) {
        suite.parts()
                .filter(row -> Suite.SERVICES.contains(row.path("part").asText()))
                .forEach(row ->
                        pids.put(row.path("part").asText(), row.path("pid").asLong()));
        assertEquals(Suite.SERVICES.size(), pids.size());
    }

    /** Whether this machine tells. */
    public static boolean isKnown() {
        return Files.isDirectory(PROCESSES.resolve("self").resolve("fd"));
    }

    /** Resident bytes of each service after a full collection. */
    public Map<String, Long> residentBytes() {
        return each(pid -> {
            collect(pid);
            return resident(pid);
        });
    }

    /** Open files of each service, sockets included. */
    public Map<String, Long> openFiles() {
        return each(Footprint::files);
    }

    private Map<String, Long> each(LongUnaryOperator measure) {
        Map<String, Long> all = new LinkedHashMap<>();
        pids.forEach((part, pid) -> all.put(part, measure.applyAsLong(pid)));
        return all;
    }

    private static void collect(long pid) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, jcmd.waitFor());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(PROCESSES.resolve("" + pid).resolve("status"))) {
            return KIB
                    * lines.filter(line -> line.startsWith(RESIDENT))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static long files(long pid) {
        try (Stream<Path> open = Files.list(PROCESSES.resolve("" + pid).resolve("fd"))) {
            return open.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
