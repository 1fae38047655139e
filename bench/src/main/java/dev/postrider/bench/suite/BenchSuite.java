package dev.postrider.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.Rendezvous;
import dev.postrider.stack.part.OutsideWorld;
import dev.postrider.stack.part.Plan;
import dev.postrider.stack.run.RunningSettings;
import dev.postrider.stack.settings.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A suite of its own, beside the one of {@code ./dev up}: from the same jars, with the shipped settings of the local stack
 * but for ports, data folder, the limit of sends a second (few people make the load of many) and what a scenario needs.
 */
public final class BenchSuite implements AutoCloseable {
    private static final int GATEWAY = 18_080;
    private static final int HISTORY = 18_082;
    private static final int CHAT = 18_091;
    private static final int CHAT_MANAGEMENT = 19_091;
    private static final int MINUTES_MAX = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Path data;
    private final int nodes;
    private final AtExit exit;

    private BenchSuite(Path home, Path data, int nodes) {
        this.home = home;
        this.data = data;
        this.nodes = nodes;
        this.exit = new AtExit(this::down);
    }

    /**
     * @param data folder of databases, people, secrets and logs
     * @param nodes of chat-service; with 0 nothing is started, so that other servers have the machine to themselves
     * @param settings for this run, on top of the local stack's
     */
    public static BenchSuite start(Path home, Path data, int nodes, Map<String, String> settings) {
        BenchSuite suite = new BenchSuite(home, data, nodes);
        if (nodes == 0) {
            return suite;
        }
        List<String> words = new ArrayList<>(List.of("up", "--detach"));
        Map<String, String> all = new LinkedHashMap<>(ports());
        all.put("nodes", Integer.toString(nodes));
        all.put("chat.sends.per-second", "1000");
        all.put("chat.sends.burst", "1000");
        all.putAll(settings);
        all.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        suite.started(words);
        return suite;
    }

    private static Map<String, String> ports() {
        Map<String, String> ports = new LinkedHashMap<>();
        ports.put("port", "" + GATEWAY);
        ports.put("api-gateway.management-port", "19080");
        ports.put("auth-service.port", "18081");
        ports.put("auth-service.management-port", "19081");
        ports.put("history-service.port", "" + HISTORY);
        ports.put("history-service.management-port", "19082");
        ports.put("chat-service.port", "" + CHAT);
        ports.put("chat-service.management-port", "" + CHAT_MANAGEMENT);
        ports.put("kafka.port", "19192");
        ports.put("kafka.controller-port", "19193");
        ports.put("mariadb.port", "13316");
        ports.put("redis.port", "16389");
        return ports;
    }

    /** History-service's inner door, for who wants to know what the gateway adds. */
    public URI history() {
        return URI.create("http://127.0.0.1:" + HISTORY);
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + GATEWAY);
    }

    /** Where people, secrets and logs are kept from run to run. */
    public Path data() {
        return data;
    }

    public int nodes() {
        return nodes;
    }

    /** The project's folder. */
    public Path home() {
        return home;
    }

    /** Kafka, database and Redis behind the services. */
    public OutsideWorld world() {
        StackSettings running = RunningSettings.load(home, data.resolve("run")).orElseThrow();
        return Plan.of(running).world();
    }

    /** The inner doors of the chat nodes, for sockets that go around the gateway. */
    public List<URI> chatNodes() {
        return IntStream.range(0, nodes)
                .mapToObj(node -> URI.create("http://127.0.0.1:" + (CHAT + node)))
                .toList();
    }

    /** The doors of the chat nodes where they tell their metrics. */
    public List<URI> chatManagement() {
        return IntStream.range(0, nodes)
                .mapToObj(node -> URI.create("http://127.0.0.1:" + (CHAT_MANAGEMENT + node)))
                .toList();
    }

    /** The chat node that serves that user, for who leaves the gateway out. */
    public URI chatNodeOf(String userId) {
        return URI.create("http://127.0.0.1:" + (CHAT + nodeOf(userId)));
    }

    /** Which chat node serves that user, from 0: the gateway's own rule. */
    public int nodeOf(String userId) {
        return nodeOf(userId, nodes);
    }

    static int nodeOf(String userId, int nodes) {
        List<ChatNode> all = IntStream.range(0, nodes)
                .mapToObj(node -> new ChatNode("127.0.0.1", CHAT + node, CHAT_MANAGEMENT + node))
                .toList();
        return all.indexOf(Rendezvous.order(Channels.of(userId), all).getFirst());
    }

    /** Process ids by the names of {@code ./dev status}, of what runs. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        try {
            for (JsonNode row : JSON.readTree(launch(List.of("status", "--json")))) {
                if (row.path("pid").isIntegralNumber()) {
                    pids.put(row.path("part").asText(), row.path("pid").asLong());
                }
            }
        } catch (IOException foreign) {
            throw new UncheckedIOException(foreign);
        }
        return pids;
    }

    /** As {@code kill -9}; the launcher starts it again. */
    public void kill(String part) {
        Long pid = pids().get(part);
        if (pid == null) {
            throw new IllegalStateException(part + " does not run");
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** What could not start ended by itself, or another benchmark's suite is in the way, which is not ours to stop. */
    private void started(List<String> words) {
        try {
            launch(words);
        } catch (IllegalStateException refused) {
            exit.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        down();
        exit.close();
    }

    private void down() {
        if (nodes > 0) {
            launch(List.of("down"));
        }
    }

    private String launch(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.postrider.stack.Main"));
        command.addAll(words);
        command.addAll(List.of("--home", home.toString(), "--set", "data=" + data));
        command.addAll(List.of("--settings", data.resolve("none.properties").toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("the launcher failed at " + words.getFirst() + ":\n" + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
