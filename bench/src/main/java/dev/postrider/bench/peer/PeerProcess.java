package dev.postrider.bench.peer;

import dev.postrider.stack.server.FreePorts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A server that the bench starts itself and never leaves behind: it ends with the bench, whatever ends that. */
public final class PeerProcess implements AutoCloseable {
    private static final int PORTS_FROM = 18_200;
    private static final int PORTS_TO = 18_300;
    private static final int START_SECONDS_MAX = 60;
    private static final int STOP_SECONDS_MAX = 15;
    private static final int ANSWER_MILLIS_MAX = 1_000;
    private static final long LOOK_MILLIS = 50;

    private final Process process;
    private final int port;
    private final Thread last;

    private PeerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        this.last = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(last);
    }

    /** One that nobody listens on, outside of those that sockets of a storm may take. */
    static int freePort() {
        return IntStream.range(PORTS_FROM, PORTS_TO)
                .filter(port -> FreePorts.isFree("127.0.0.1", port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free for a peer"));
    }

    /**
     * Returns when it answers a request of HTTP, whatever it answers. What it says goes to {@code server.log}.
     *
     * @param path of its sockets
     * @throws IOException where it ends at once, or does not answer in time
     */
    static PeerProcess start(List<String> command, Map<String, String> environment, Path folder, int port, String path)
            throws IOException {
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        PeerProcess peer = new PeerProcess(process, port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (!peer.answers(path)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                peer.kill();
                throw new IOException(command.getFirst() + " did not start; see " + log);
            }
            pause();
        }
        return peer;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    @Override
    public void close() {
        process.destroy();
        if (!gone()) {
            kill();
        }
    }

    private boolean gone() {
        try {
            boolean gone = process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
            if (gone) {
                Runtime.getRuntime().removeShutdownHook(last);
            }
            return gone;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (IllegalStateException ending) {
            return true; // the bench itself ends, and the hook does its work
        }
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) address().resolve(path).toURL().openConnection();
            call.setConnectTimeout(ANSWER_MILLIS_MAX);
            call.setReadTimeout(ANSWER_MILLIS_MAX);
            return call.getResponseCode() > 0;
        } catch (IOException silent) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
