package dev.postrider.bench.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The relay as a process, with as much heap as a chat node. */
public final class Relay implements AutoCloseable {
    private static final int PORT = 18_190;

    private final Process process;

    private Relay(Process process) {
        this.process = process;
    }

    public static Relay start() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RelayServer.class.getName(),
                            Integer.toString(PORT))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (!"listening".equals(line)) {
                process.destroyForcibly();
                throw new IllegalStateException("the relay did not start");
            }
            return new Relay(process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + PORT);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
