package dev.postrider.testkit.server;

import dev.postrider.stack.server.FreePorts;
import dev.postrider.stack.server.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A real Redis in its own process. */
public final class EmbeddedRedis implements Embedded {
    private final RedisServer server;
    private final Running running;
    private final boolean shared;

    private EmbeddedRedis(RedisServer server, Running running, boolean shared) {
        this.server = server;
        this.running = running;
        this.shared = shared;
    }

    /** The one of this JVM. */
    public static EmbeddedRedis shared() {
        synchronized (Shared.lock()) {
            return Shared.find(RedisServer.PART).map(EmbeddedRedis::attached).orElseGet(() -> started(true));
        }
    }

    /** One of the test's own, for faults that would disturb others; close it. */
    public static EmbeddedRedis start() {
        return started(false);
    }

    private static EmbeddedRedis attached(Shared facts) {
        RedisServer server = new RedisServer(facts.home(), facts.port());
        return new EmbeddedRedis(server, Running.attach(server, facts), true);
    }

    private static EmbeddedRedis started(boolean shared) {
        Path home = TestHome.create(RedisServer.PART);
        RedisServer server = new RedisServer(home, FreePorts.take());
        return new EmbeddedRedis(server, Running.start(server, home, 0, shared), shared);
    }

    /** As in {@code quarkus.redis.hosts}. */
    public String url() {
        return "redis://127.0.0.1:" + server.port();
    }

    @Override
    public void empty() {
        try {
            server.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
