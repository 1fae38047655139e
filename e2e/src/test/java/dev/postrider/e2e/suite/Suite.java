package dev.postrider.e2e.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.e2e.binding.agent.Recorder;
import dev.postrider.stack.part.OutsideWorld;
import dev.postrider.testkit.raw.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * The suite as {@code ./dev up --detach} starts it, from the built jars, with ports and a data folder of its own. Parts
 * are killed and watched by the names of {@code ./dev status}.
 */
public final class Suite {
    /** Whom the configuration names as an administrator, once somebody registers under this name. */
    public static final String ADMINISTRATOR = "rowan.runs.it";

    /** The usernames of all who run the installation; whoever needs one first registers them. */
    public static final List<String> ADMINISTRATORS = List.of("keeper", ADMINISTRATOR, "warden");

    /** A name on each line, of all scenarios of this run. */
    public static final Path BOUND_TYPES = Path.of("target", "bound-types").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Every process that the launcher starts for us, by its name. */
    public static final List<String> SERVICES =
            List.of("auth-service", "history-service", "chat-service-1", "chat-service-2", "api-gateway");

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Launcher launcher;
    private final Ports ports;

    private Suite(Launcher launcher, Ports ports) {
        this.launcher = launcher;
        this.ports = ports;
    }

    /** With the agent that notes which types its services bind, in {@link #BOUND_TYPES}. */
    static Suite start() {
        try {
            Path agent = AgentJar.write(
                    Recorder.class, Path.of("target", "recorder.jar").toAbsolutePath());
            Files.deleteIfExists(BOUND_TYPES);
            return start("stack", Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + agent + "=" + BOUND_TYPES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * A suite of its own beside the one of all scenarios, stopped by whoever started it.
     *
     * @param folder of its data, in {@code target}
     * @param environment of every process, added to ours
     */
    public static Suite start(String folder, Map<String, String> environment) {
        Ports ports = Ports.free();
        Launcher launcher = new Launcher(Path.of("target", folder).toAbsolutePath(), ports, environment);
        launcher.run("up", "--detach", "--fresh");
        return new Suite(launcher, ports);
    }

    /** A suite of its own beside the one of the other scenarios, with these settings, each {@code key=value}; stop it. */
    public static Suite startWith(String... settings) {
        Ports ports = Ports.free();
        Launcher launcher = new Launcher(Path.of("target", "other-stack").toAbsolutePath(), ports, Map.of());
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--fresh"));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        launcher.run(words.toArray(String[]::new));
        return new Suite(launcher, ports);
    }

    public void stop() {
        launcher.run("down");
    }

    /** Kafka, database and Redis, for those who look behind the services. */
    public OutsideWorld world() {
        return launcher.world();
    }

    /** Stops everything and starts it again on the same data. */
    public void restart() {
        launcher.run("down");
        launcher.run("up", "--detach");
    }

    /** Kafka loses all that it held while the suite is stopped; an operator raises the epoch and starts it again. */
    public void replaceLog(int epoch) {
        launcher.run("down");
        launcher.losesData("kafka");
        launcher.run("up", "--detach", "--set", "chat.log-epoch=" + epoch, "--set", "history.log-epoch=" + epoch);
    }

    /** The command of docs/operations.md: a copy of accounts and rooms. */
    public void backup() {
        new Operator(launcher.data(), launcher.world().database()).runs("backup");
    }

    /** The database is empty when the suite is there again; nobody may rely on what it does until {@link #restore}. */
    public void loseDatabase() {
        launcher.run("down");
        launcher.losesData("mariadb");
        launcher.run("up", "--detach");
    }

    /** The command of docs/operations.md, on the empty database; the services begin anew with what is there then. */
    public void restore() {
        new Operator(launcher.data(), launcher.world().database()).runs("restore");
        restart();
    }

    /** The command of operators: a new signing key is published now and signs {@link Ports#KEY_LEAD} later. */
    public void rotateKeys() {
        launcher.run("rotate-keys");
    }

    /** The command of operators; answers what it printed. Fails where a table came out otherwise than it was. */
    public String rebuild() {
        return launcher.run("rebuild");
    }

    /** The same where it is refused; answers why. */
    public String rebuildRefused() {
        return launcher.refused("rebuild");
    }

    /** Where all parts keep their files; logs in {@code log}. */
    public Path data() {
        return launcher.data();
    }

    Ports ports() {
        return ports;
    }

    /** The one public door. */
    public URI gateway() {
        return URI.create("http://localhost:" + ports.gateway());
    }

    /** The inner door of one chat node, counted from 1. */
    public URI chatNode(int number) {
        return URI.create("http://127.0.0.1:" + ports.chat(number));
    }

    /** The door of the gateway or, on loopback only, of a service behind it; of chat nodes the first. */
    public Door door(String part) {
        return new Door(part, ports.door(part));
    }

    /** As {@code kill -9}. */
    public void kill(String part) {
        kill(pid(part));
    }

    /** The same for a part whose process is known, in a few milliseconds. */
    public void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        Awaitility.await(pid + " is dead").atMost(PATIENCE).until(() -> !process.isAlive());
    }

    /** As {@code kill}: the part may leave in order, and is started again by the launcher. */
    public void terminate(String part) {
        ProcessHandle.of(pid(part)).orElseThrow().destroy();
    }

    /** As {@code kill -STOP}: it holds its sockets and does nothing. */
    public void pause(String part) {
        signal("STOP", pid(part));
    }

    /** The same for a part whose process is known, in a few milliseconds. */
    public void pause(long pid) {
        signal("STOP", pid);
    }

    public void resume(long pid) {
        signal("CONT", pid);
    }

    /** As {@code kill -CONT}. */
    public void resume(String part) {
        signal("CONT", pid(part));
    }

    /** The part runs and says that it is ready, whoever started it. */
    public void awaitReady(String part) {
        URI ready = management(part).resolve("/q/health/ready");
        Awaitility.await(part + " is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> get(ready).statusCode() == 200);
    }

    /** The same for every service. */
    public void awaitAllReady() {
        SERVICES.forEach(this::awaitReady);
    }

    /** Whether its management port says anything at all. */
    public boolean answers(String part) {
        try {
            return get(management(part).resolve("/q/health/live")).statusCode() > 0;
        } catch (UncheckedIOException silent) {
            return false;
        }
    }

    public long pid(String part) {
        return partPid(part).orElseThrow();
    }

    /** Empty while it is dead. */
    public OptionalLong partPid(String part) {
        return parts().filter(row -> row.path("part").asText().equals(part))
                .mapToLong(row -> row.path("pid").asLong())
                .filter(pid -> pid > 0)
                .findFirst();
    }

    /** One row a process: part, pid, port, health, log. */
    public Stream<JsonNode> parts() {
        try {
            JsonNode rows = Json.mapper().readTree(launcher.run("status", "--json"));
            return StreamSupport.stream(rows.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample of {@code /q/metrics}; 0 where it is not there yet. */
    public double metric(String part, String name, String label) {
        HttpResponse<String> metrics = get(management(part).resolve("/q/metrics"));
        assertEquals(200, metrics.statusCode());
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Lines of a part's log that hold these words. */
    public long logLines(String part, String words) {
        return log(part).lines().filter(line -> line.contains(words)).count();
    }

    /** What a part has said so far. */
    public String log(String part) {
        return launcher.log(part);
    }

    /** Tries again until it holds, for a while. */
    public void eventually(ThrowingRunnable claim) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(claim);
    }

    /** Words of the launcher's command line, for those who must call it from outside. */
    public List<String> launcherCommand(String... words) {
        return launcher.command(words);
    }

    private static void signal(String name, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start();
            assertEquals(0, kill.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a part tells about itself. */
    public URI management(String part) {
        return URI.create("http://127.0.0.1:" + ports.management(part));
    }

    /** The request's own time-out ends with the headers; a body that does not come must not be waited for either. */
    private static HttpResponse<String> get(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build();
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(2 * ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            answer.cancel(true);
            throw new UncheckedIOException(new IOException(uri + " does not answer", silent));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
