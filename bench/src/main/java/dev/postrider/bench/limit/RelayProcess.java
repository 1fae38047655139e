package dev.postrider.bench.limit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private final BareProcess process;
    private final int port;

    private RelayProcess(BareProcess process, int port) {
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
        int port = PORT + number;
        List<String> words = new ArrayList<>(memory);
        words.addAll(
                base == Base.VERTX
                        ? List.of("-cp", System.getProperty("java.class.path"), base.start, Integer.toString(port))
                        : List.of("-Dquarkus.http.port=" + port, base.start, QUARKUS));
        return new RelayProcess(BareProcess.start(words, Map.of(), base.ready), port);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
