package dev.postrider.testkit.server;

import dev.postrider.stack.server.FreePorts;
import dev.postrider.stack.server.KafkaCluster;
import dev.postrider.stack.server.KafkaServer;
import java.nio.file.Path;

/** A real Kafka node in its own process, with the suite's topics and nothing else. */
public final class EmbeddedKafka implements Embedded {
    private static final String HEAP = "256m";
    private static final short REPLICATION = 1;

    private final KafkaServer server;
    private final Running running;
    private final boolean shared;

    private EmbeddedKafka(KafkaServer server, Running running, boolean shared) {
        this.server = server;
        this.running = running;
        this.shared = shared;
    }

    /** The one of this JVM; the first caller waits for its start, some seconds. */
    public static EmbeddedKafka shared() {
        synchronized (Shared.lock()) {
            return Shared.find(KafkaServer.PART).map(EmbeddedKafka::attached).orElseGet(() -> started(true));
        }
    }

    /** One of the test's own, for faults that would disturb others; close it. */
    public static EmbeddedKafka start() {
        return started(false);
    }

    private static EmbeddedKafka attached(Shared facts) {
        KafkaServer server = new KafkaServer(facts.home(), facts.port(), facts.otherPort(), HEAP);
        return new EmbeddedKafka(server, Running.attach(server, facts), true);
    }

    private static EmbeddedKafka started(boolean shared) {
        Path home = TestHome.create(KafkaServer.PART);
        int controllerPort = FreePorts.take();
        KafkaServer server = new KafkaServer(home, FreePorts.take(), controllerPort, HEAP);
        Running running = Running.start(server, home, controllerPort, shared);
        new KafkaCluster(server.bootstrapServers()).createTopics(REPLICATION);
        return new EmbeddedKafka(server, running, shared);
    }

    public String bootstrapServers() {
        return server.bootstrapServers();
    }

    /** Deletes the suite's topics and creates them anew, with other topic ids. */
    @Override
    public void empty() {
        new KafkaCluster(server.bootstrapServers()).emptyTopics(REPLICATION);
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
