package dev.postrider.stack.server;

import dev.postrider.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One Kafka node, broker and controller in one, bound to this machine. Creates no topics by itself. */
public final class KafkaServer implements Server {
    public static final String PART = "kafka";

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final String heap;

    /**
     * @param home folder for its data, made on first use
     * @param heap as in {@code -Xmx}, 256m or more
     */
    public KafkaServer(Path home, int port, int controllerPort, String heap) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.heap = heap;
    }

    @Override
    public String part() {
        return PART;
    }

    @Override
    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Launch prepare(Path log) throws IOException {
        Files.createDirectories(home);
        Path settings = home.resolve("server.properties");
        StringBuilder text = new StringBuilder();
        settings()
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        Files.writeString(settings, text);
        return Launch.of(PART, command(settings, logging()), log);
    }

    private List<String> command(Path settings, Path logging) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xms64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ThreadPriorityPolicy=1",
                "-XX:CompilerThreadPriority=10",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.config.file=" + logging,
                "-cp",
                JavaClassPath.ofServers(),
                KafkaNode.class.getName(),
                settings.toString());
    }

    /** Without the stories of each partition, which are three quarters of its log. */
    private Path logging() throws IOException {
        return Files.writeString(home.resolve("logging.properties"), """
                handlers=java.util.logging.ConsoleHandler
                .level=INFO
                java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
                state.change.logger.level=WARNING
                kafka.cluster.level=WARNING
                kafka.log.level=WARNING
                kafka.server.metadata.level=WARNING
                org.apache.kafka.storage.level=WARNING
                org.apache.kafka.common.config.level=WARNING
                kafka.server.KafkaConfig.level=WARNING
                """);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs",
                home.resolve("data").toString()));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "log.message.timestamp.type", "LogAppendTime",
                "unclean.leader.election.enable", "false",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(small());
        return settings;
    }

    /** For one machine: internal topics of one partition, small buffers, few threads. */
    private static Map<String, String> small() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        settings.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576",
                "queued.max.requests", "200"));
        return settings;
    }

    @Override
    public boolean answers() {
        return new KafkaCluster(bootstrapServers()).answers();
    }
}
