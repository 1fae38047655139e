package dev.postrider.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A door of loopback in front of another one of this machine, which can keep back what is answered while it goes on to
 * pass what is asked. A connection that was kept from its answers never gets any again; it is cut. Thread-safe.
 */
public final class Relay implements AutoCloseable {
    private static final int BUFFER_BYTES = 8_192;
    private static final int BACKLOG = 1_000;
    private static final int CONNECT_MILLIS = 2_000;

    private volatile InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final AtomicLong kept = new AtomicLong();

    private Relay(URI behind) throws IOException {
        this.target = address(behind);
        this.door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    public static Relay before(URI behind) {
        try {
            Relay relay = new Relay(behind);
            Thread.ofVirtual().name("relay").start(relay::open);
            return relay;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Connections that come from now on go to another door; those that stand stay. */
    public void turnTo(URI behind) {
        target = address(behind);
    }

    private static InetSocketAddress address(URI behind) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), behind.getPort());
    }

    public URI door() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Connections that stand now get no more answers. */
    void keepAnswers() {
        lines.forEach(line -> line.silent = true);
    }

    /** Cuts those connections. */
    void cutSilent() {
        lines.stream().filter(line -> line.silent).forEach(Line::cut);
    }

    /** Bytes that were answered and never arrived. */
    long keptBytes() {
        return kept.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        lines.forEach(Line::cut);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) {
        Socket server = new Socket();
        Line line = new Line(client, server);
        lines.add(line);
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(target, CONNECT_MILLIS);
            Thread.ofVirtual().start(() -> pass(line, client, server, false));
            pass(line, server, client, true);
        } catch (IOException refused) {
            line.cut();
        } finally {
            lines.remove(line);
        }
    }

    private void pass(Line line, Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (int read; (read = from.getInputStream().read(buffer)) >= 0; ) {
                if (answers && line.silent) {
                    kept.addAndGet(read);
                } else {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            // One side has gone: so does the other.
        } finally {
            line.cut();
        }
    }

    private static final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void cut() {
            for (Socket one : new Socket[] {client, server}) {
                try {
                    one.close();
                } catch (IOException gone) {
                    // It is closed either way.
                }
            }
        }
    }
}
