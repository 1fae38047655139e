package dev.postrider.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another process of a service beside the launcher's: from the same jar and the same settings, with some of its own. It
 * ends with the test at the latest.
 */
public final class AnotherProcess implements AutoCloseable {
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final Process process;

    private AnotherProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts it; its log is named like it.
     *
     * @param like the part of the launcher whose settings it takes, such as {@code chat-service-1}
     * @param own settings that are its own
     */
    public static AnotherProcess start(Suite suite, String name, String like, Map<String, String> own) {
        try {
            Process process = new ProcessBuilder(command(suite, like, own))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            suite.data().resolve("log").resolve(name + ".log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new AnotherProcess(name, process);
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
        awaitEnd(LEAVES_WITHIN);
    }

    /**
     * As {@code kill}: it leaves in order; how it ended.
     *
     * @throws IllegalStateException where it did not within that time; then it is killed
     */
    public int leave(Duration within) {
        process.destroy();
        awaitEnd(within);
        return process.exitValue();
    }

    /** The same, harmless where it has ended. */
    @Override
    public void close() {
        leave(LEAVES_WITHIN);
    }

    private void awaitEnd(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not leave when it was asked");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<String> command(Suite suite, String like, Map<String, String> own) {
        Path settings = suite.data().resolve("run").resolve(like + ".properties");
        String module = like.replaceFirst("-[0-9]+$", "");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.profile=local",
                "-Dsmallrye.config.locations=" + settings.toUri()));
        own.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(Path.of("..", module, "target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath()
                .normalize()
                .toString());
        return command;
    }
}
