package dev.postrider.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another history-service beside the launcher's: a process of the test, from the same jar and settings, with ports of its
 * own. The suite waits for it and reads its metrics under the name {@link #PART}. It ends with the test at the latest.
 */
public final class SecondHistory implements AutoCloseable {
    public static final String PART = "history-service-2";

    private static final String FIRST = "history-service";
    private static final long LEAVES_WITHIN_SECONDS = 30;

    private final Suite suite;
    private Process process;

    /** Starts it; {@link Suite#awaitReady} tells when it serves. */
    public SecondHistory(Suite suite) {
        this.suite = suite;
        this.process = launch(suite);
    }

    /** Once more, after it ended. */
    public void start() {
        process = launch(suite);
    }

    private static Process launch(Suite suite) {
        try {
            Process process = new ProcessBuilder(command(suite))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            suite.data().resolve("log").resolve(PART + ".log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill}: leaves in order. Harmless where it has ended. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(PART + " did not leave when it was asked");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> command(Suite suite) {
        Path settings = suite.data().resolve("run").resolve(FIRST + ".properties");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.profile=local",
                "-Dsmallrye.config.locations=" + settings.toUri(),
                "-Dquarkus.http.port=" + suite.ports().secondHistory(),
                "-Dquarkus.management.port=" + suite.ports().management(PART),
                "-jar",
                Path.of("..", FIRST, "target/quarkus-app/quarkus-run.jar")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
    }
}
