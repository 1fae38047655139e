package dev.postrider.bench.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the bare relays as a process of its own, with as much heap as a chat node of the local stack. */
public final class RelayProcess implements AutoCloseable {
    private static final int PORT = 18_190;
    private static final String QUARKUS = "bench/relay/target/quarkus-app/quarkus-run.jar";

    /** What it is built on. */
    public enum Base {
        VERTX("dev.postrider.relay.VertxRelay", "listening"),
        WEBSOCKETS_NEXT("-jar", "Listening on:");

        private final String start;
        private final String ready;

        Base(String start, String ready) {
            this.start = start;
            this.ready = ready;
        }
    }

    private final Process process;

    private final int port;

    private RelayProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static RelayProcess start(Base base) {
        return start(base, 0, List.of("-Xmx256m"));
    }

    /**
     * @param number from 0, of several at once
     * @param memory flags for its heap
     */
    public static RelayProcess start(Base base, int number, List<String> memory) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(memory);
        int port = PORT + number;
        command.addAll(
                base == Base.VERTX
                        ? List.of("-cp", System.getProperty("java.class.path"), base.start, Integer.toString(port))
                        : List.of("-Dquarkus.http.port=" + port, base.start, QUARKUS));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = said.readLine();
            while (line != null && !line.contains(base.ready)) {
                line = said.readLine();
            }
            if (line == null) {
                process.destroyForcibly();
                throw new IllegalStateException("the relay on " + base + " did not start");
            }
            return new RelayProcess(process, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
