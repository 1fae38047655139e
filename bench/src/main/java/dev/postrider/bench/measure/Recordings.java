package dev.postrider.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Flight Recorder in every Java process of the suite while rounds are played: a recording a part, and beside it its hottest
 * methods by processor time, those in the operating system among them. Recording costs some percent: figures of such
 * a run are not for comparing.
 */
public final class Recordings implements AutoCloseable {
    private static final int SECONDS_MAX = 60;
    private static final String NAME = "bench";
    private static final String HOTTEST = "cpu-time-hot-methods";

    private final Path out;
    private final Map<String, Long> begun = new LinkedHashMap<>();

    private Recordings(Path out) {
        this.out = out;
    }

    /** Records those of the processes that are Java's. */
    public static Recordings start(Map<String, Long> pids, Path out) {
        Recordings recordings = new Recordings(out.toAbsolutePath());
        pids.forEach((part, pid) -> {
            List<String> start =
                    List.of("jcmd", Long.toString(pid), "JFR.start", "name=" + NAME, "jdk.CPUTimeSample#enabled=true");
            if (succeeds(start, null)) {
                recordings.begun.put(part, pid);
            }
        });
        return recordings;
    }

    /** Writes {@code profile-<part>.jfr} and {@code profile-<part>.txt}. */
    @Override
    public void close() {
        try {
            Files.createDirectories(out);
            for (Map.Entry<String, Long> one : begun.entrySet()) {
                Path file = out.resolve("profile-" + one.getKey() + ".jfr");
                succeeds(
                        List.of("jcmd", Long.toString(one.getValue()), "JFR.stop", "name=" + NAME, "filename=" + file),
                        null);
                succeeds(
                        List.of("jfr", "view", "--width", "140", HOTTEST, file.toString()),
                        out.resolve("profile-" + one.getKey() + ".txt"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a tool of this JDK. */
    private static boolean succeeds(List<String> words, @org.jspecify.annotations.Nullable Path answer) {
        List<String> command = new ArrayList<>(words);
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", words.getFirst())
                        .toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            answer == null
                                    ? ProcessBuilder.Redirect.DISCARD
                                    : ProcessBuilder.Redirect.to(answer.toFile()))
                    .start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
