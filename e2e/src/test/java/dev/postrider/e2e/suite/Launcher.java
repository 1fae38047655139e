package dev.postrider.e2e.suite;

import dev.postrider.stack.part.OutsideWorld;
import dev.postrider.stack.part.Plan;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher of the local stack as a process, with this scenario's own settings. */
final class Launcher {
    private static final int MINUTES_MAX = 4;

    private final Path data;
    private final Ports ports;
    private final Map<String, String> environment;

    /** @param environment of the launcher and all that it starts, added to ours */
    Launcher(Path data, Ports ports, Map<String, String> environment) {
        this.data = data;
        this.ports = ports;
        this.environment = Map.copyOf(environment);
    }

    /** What a part has said so far. */
    String log(String part) {
        try {
            return Files.readString(data.resolve("log").resolve(part + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where all parts keep their files. */
    Path data() {
        return data;
    }

    /** What the running suite stands on. */
    OutsideWorld world() {
        StackSettings running =
                RunningSettings.load(home(), data.resolve("run")).orElseThrow();
        return Plan.of(running).world();
    }

    private static Path home() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** Its output; fails with it where it does not end well. */
    String run(String... words) {
        Ended ended = ended(words);
        if (ended.code() != 0) {
            throw new IllegalStateException("launcher " + String.join(" ", words) + " failed:\n" + ended.both());
        }
        return ended.output();
    }

    /** What it says when it must not succeed. */
    String refused(String... words) {
        Ended ended = ended(words);
        if (ended.code() == 0) {
            throw new IllegalStateException("launcher " + String.join(" ", words) + " succeeded:\n" + ended.both());
        }
        return ended.both();
    }

    /** The data of one embedded server is gone; call it while nothing runs. */
    void losesData(String part) {
        try (Stream<Path> files = Files.walk(data.resolve(part))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ended(int code, String output, String errors) {
        String both() {
            return output + "\n" + errors;
        }
    }

    private Ended ended(String... words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(words));
            if (words[0].equals("up")) {
                builder.environment().putAll(environment);
            }
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String output = text(process.getInputStream());
            boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Ended(ended ? process.exitValue() : -1, output, errors.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.postrider.stack.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home().toString()));
        command.addAll(List.of("--settings", data.resolve("none.properties").toString()));
        command.addAll(List.of("--set", "data=" + data));
        ports.settings().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return command;
    }
}
