package dev.postrider.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher of the local stack as a process, with this scenario's own settings. */
final class Launcher {
    private static final int MINUTES_MAX = 4;

    private final Path data;
    private final Ports ports;

    Launcher(Path data, Ports ports) {
        this.data = data;
        this.ports = ports;
    }

    /** Its output; fails with it where it does not end well. */
    String run(String... words) {
        try {
            Process process = new ProcessBuilder(command(words))
                    .redirectErrorStream(false)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("launcher " + String.join(" ", words) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.postrider.stack.Main"));
        command.addAll(List.of(words));
        command.addAll(
                List.of("--home", Path.of("..").toAbsolutePath().normalize().toString()));
        command.addAll(List.of("--settings", data.resolve("none.properties").toString()));
        command.addAll(List.of("--set", "data=" + data));
        ports.settings().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command;
    }
}
