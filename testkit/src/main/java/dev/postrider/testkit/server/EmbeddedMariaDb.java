package dev.postrider.testkit.server;

import dev.postrider.stack.server.FreePorts;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.MySqlDatabase;
import java.nio.file.Path;
import java.sql.SQLException;

/** A real MariaDB in its own process, with the suite's empty schemas. */
public final class EmbeddedMariaDb implements Embedded {
    public static final String USER = "postrider";
    public static final String PASSWORD = "for-tests-only";

    private final MariaDbServer server;
    private final Running running;
    private final boolean shared;

    private EmbeddedMariaDb(MariaDbServer server, Running running, boolean shared) {
        this.server = server;
        this.running = running;
        this.shared = shared;
    }

    /** The one of this JVM; the first caller waits for its start, some seconds. */
    public static EmbeddedMariaDb shared() {
        synchronized (Shared.lock()) {
            return Shared.find(MariaDbServer.PART)
                    .map(EmbeddedMariaDb::attached)
                    .orElseGet(() -> started(true));
        }
    }

    /** One of the test's own, for faults that would disturb others; close it. */
    public static EmbeddedMariaDb start() {
        return started(false);
    }

    private static EmbeddedMariaDb attached(Shared facts) {
        MariaDbServer server = new MariaDbServer(facts.home(), facts.port(), USER, PASSWORD);
        return new EmbeddedMariaDb(server, Running.attach(server, facts), true);
    }

    private static EmbeddedMariaDb started(boolean shared) {
        Path home = TestHome.create(MariaDbServer.PART);
        MariaDbServer server = new MariaDbServer(home, FreePorts.take(), USER, PASSWORD);
        return new EmbeddedMariaDb(server, Running.start(server, home, 0, shared), shared);
    }

    /** URLs and plain connections. */
    public MySqlDatabase database() {
        return server.database();
    }

    /** Drops every table of every schema of the suite. */
    @Override
    public void empty() {
        MariaDbServer.SCHEMAS.forEach(this::empty);
    }

    /** Drops every table of one schema. */
    public void empty(String schema) {
        try {
            server.database().empty(schema);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void pause() {
        running.pause();
    }

    @Override
    public void resume() {
        running.resume();
        running.awaitAnswer();
    }

    @Override
    public void kill() {
        running.kill();
    }

    @Override
    public void restart() {
        running.restart();
    }

    @Override
    public void close() {
        if (!shared) {
            running.end();
        }
    }
}
