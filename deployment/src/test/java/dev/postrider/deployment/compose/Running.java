package dev.postrider.deployment.compose;

import dev.postrider.deployment.Checkout;
import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.Launch;
import dev.postrider.stack.server.KafkaServer;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.MySqlDatabase;
import dev.postrider.stack.server.RedisServer;
import dev.postrider.stack.server.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The Compose file as plain processes: its commands, variables and health checks, with its own words. Ports and folders are
 * moved; Kafka, MariaDB and Redis are the embedded ones. What needs an image's own programs is left out.
 */
public final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ComposeFile file;
    private final Path home;
    private final Moved moved;
    private final Paths paths;
    private final Deque<Child> children = new ArrayDeque<>();
    private final Map<String, Launch> launches = new HashMap<>();
    private int beside;

    private Running(ComposeFile file, Path home) {
        this.file = file;
        this.home = home;
        this.moved = Moved.of(file);
        this.paths = new Paths(home);
    }

    /** All that {@code docker compose up} would start of ours, each when what it waits for is healthy. */
    static Running up(ComposeFile file, Path home) throws IOException {
        Running running = new Running(file, home);
        try {
            running.secrets();
            running.servers();
            running.once("topics");
            List<String> waiting = new ArrayList<>(running.ours());
            while (!waiting.isEmpty()) {
                List<String> next = waiting.stream()
                        .filter(name -> waiting.stream()
                                .noneMatch(running.file.service(name).dependsOn()::containsKey))
                        .toList();
                for (String name : next) {
                    running.start(name, Map.of());
                }
                next.forEach(running::awaitHealthy);
                waiting.removeAll(next);
            }
            return running;
        } catch (RuntimeException | IOException failed) {
            running.close();
            throw failed;
        }
    }

    /** Runs the step that makes secrets; a second time it keeps them. */
    void secrets() throws IOException {
        once("secrets");
    }

    /** How a process ended that ends by itself. */
    public record Ended(int code, String said) {}

    /** Starts a service once more, beside the running one, with other variables on top, and waits until it ends by itself. */
    public Ended ended(String name, Map<String, String> other) throws IOException {
        Path log = home.resolve("ended-" + name + "-" + ++beside + ".log");
        Map<String, String> variables = new HashMap<>(other);
        variables.put("QUARKUS_HTTP_PORT", "beside " + beside);
        variables.put("QUARKUS_MANAGEMENT_PORT", "and for operators " + beside);
        Child child = Child.start(launch(name, variables, log));
        try {
            Awaitility.await(name + " ends, log " + log)
                    .atMost(PATIENCE)
                    .until(() -> child.exitCode().isPresent());
            return new Ended(child.exitCode().orElseThrow(), Checkout.text(log));
        } finally {
            child.kill();
        }
    }

    /** The same where it must not end well; answers what it said. */
    String refusal(String name, Map<String, String> other) throws IOException {
        Ended ended = ended(name, other);
        if (ended.code() == 0) {
            throw new IllegalStateException(name + " ended well");
        }
        return ended.said();
    }

    public int port(String service, String port) {
        return moved.port(service, port);
    }

    Path volume(String name) {
        return paths.volume(name);
    }

    /** As {@code kill -STOP}: it holds its sockets and does nothing. */
    public void pause(String service) {
        child(service).pause();
    }

    public void resume(String service) {
        child(service).resume();
    }

    /** As {@code kill -9}. */
    public void kill(String service) {
        child(service).kill();
    }

    /** What was killed, as it was started before. */
    public void startAgain(String service) throws IOException {
        begin(Objects.requireNonNull(launches.get(service)));
    }

    private void begin(Launch launch) throws IOException {
        launches.put(launch.part(), launch);
        children.push(Child.start(launch));
    }

    private Child child(String service) {
        return children.stream()
                .filter(child -> child.part().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** The one door for people. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + port("api-gateway", "8080"));
    }

    /** Runs a program of this machine in a service's place until all is stopped; its words as the file has them. */
    public void startInstead(String service, List<String> words) throws IOException {
        begin(Launch.of(service, words, log(service)));
    }

    /** The command that the file has for a service, its paths and places moved. */
    public List<String> command(String service) {
        return file.service(service).command().stream()
                .map(word -> placed(service, word))
                .toList();
    }

    /** Ports and folders of that text moved, for files that name the suite's parts. */
    public String moved(String text) {
        return moved.in(text);
    }

    private void servers() throws IOException {
        int kafka = port("kafka", "9092");
        server(new KafkaServer(home.resolve("kafka"), kafka, port("kafka", "9093"), "320m"), List.of());
        MariaDbServer database =
                new MariaDbServer(home.resolve("mariadb"), port("mariadb", "3306"), "nobody", "nothing");
        Path schemas = volume("database-secrets").resolve("schemas.sql");
        server(database, List.of("--init-file=" + schemas));
        RedisServer redis = new RedisServer(home.resolve("redis"), port("redis", "6379"));
        List<String> told = file.service("redis").command();
        List<String> words =
                new ArrayList<>(List.of(redis.prepare(log("redis")).command().getFirst()));
        told.subList(1, told.size()).forEach(word -> words.add(placed("redis", word)));
        words.addAll(List.of("--port", Integer.toString(redis.port()), "--bind", "127.0.0.1"));
        begin(Launch.of("redis", words, log("redis")));
        String password = Checkout.text(volume("auth-secrets").resolve("secrets.properties"))
                .lines()
                .filter(line -> line.startsWith("quarkus.datasource.password="))
                .map(line -> line.split("=", 2)[1])
                .findFirst()
                .orElseThrow();
        MySqlDatabase asAuth = new MySqlDatabase("127.0.0.1", database.port(), "postrider_auth", password);
        Awaitility.await("MariaDB lets auth-service in").atMost(PATIENCE).until(asAuth::answers);
        Awaitility.await("Redis").atMost(PATIENCE).until(redis::answers);
    }

    /** With these words in place of those that begin alike. */
    private void server(Server server, List<String> instead) throws IOException {
        Launch launch = server.prepare(log(server.part()));
        List<String> words = launch.command().stream()
                .map(word -> instead.stream()
                        .filter(other -> word.startsWith(other.substring(0, other.indexOf('=') + 1)))
                        .findFirst()
                        .orElse(word))
                .toList();
        begin(new Launch(server.part(), words, launch.environment(), launch.log()));
        if (server instanceof KafkaServer) {
            Awaitility.await(server.part()).atMost(PATIENCE).until(server::answers);
        }
    }

    private void once(String name) throws IOException {
        Child child = Child.start(launch(name, Map.of(), log(name)));
        Awaitility.await(name + " ends")
                .atMost(PATIENCE)
                .until(() -> child.exitCode().isPresent());
        if (child.exitCode().orElseThrow() != 0) {
            throw new IllegalStateException(name + " failed: " + Checkout.text(log(name)));
        }
    }

    private void start(String name, Map<String, String> other) throws IOException {
        begin(launch(name, other, log(name)));
    }

    private void awaitHealthy(String name) {
        Awaitility.await(name + " is healthy, log " + log(name))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> healthy(name));
    }

    /** Runs the file's own health check. */
    boolean healthy(String name) throws IOException, InterruptedException {
        ComposeService service = file.service(name);
        List<String> words =
                service.healthCheck().stream().map(word -> placed(name, word)).toList();
        ProcessBuilder check =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        check.environment().putAll(environment(service, Map.of()));
        return check.start().waitFor() == 0;
    }

    private Launch launch(String name, Map<String, String> other, Path log) {
        ComposeService service = file.service(name);
        List<String> words = new ArrayList<>(service.command());
        service.module().ifPresent(module -> words.addAll(image(module).entryPoint()));
        List<String> placed = new ArrayList<>(List.of("env", "-i", "PATH=" + java() + ":" + System.getenv("PATH")));
        environment(service, other).forEach((key, value) -> placed.add(key + "=" + value));
        words.forEach(word -> placed.add(placed(name, word)));
        return Launch.of(name, placed, log);
    }

    private Map<String, String> environment(ComposeService service, Map<String, String> other) {
        Map<String, String> all = new HashMap<>();
        service.module().ifPresent(module -> all.putAll(image(module).environment()));
        all.putAll(service.environment());
        all.putAll(other);
        all.replaceAll((key, value) -> switch (key) {
            case "QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT" -> Integer.toString(port(service.name(), value));
            case "QUARKUS_HTTP_HOST", "QUARKUS_MANAGEMENT_HOST" -> "127.0.0.1";
            default -> placed(service.name(), value);
        });
        return all;
    }

    /** A word of a container, its paths and places moved to this machine. */
    private String placed(String name, String word) {
        return paths.placed(file.service(name), moved.in(word));
    }

    private static ImageFile image(String module) {
        return ImageFile.of(module, "Dockerfile.jvm");
    }

    private List<String> ours() {
        return file.services().values().stream()
                .filter(service -> service.module().isPresent())
                .map(ComposeService::name)
                .toList();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin").toString();
    }

    private Path log(String name) {
        return home.resolve("log").resolve(name + ".log");
    }

    /** Logs of one part. */
    public String said(String name) {
        return Checkout.text(log(name));
    }

    @Override
    public void close() {
        Stream.generate(children::poll).takeWhile(Objects::nonNull).forEach(child -> child.stop(GRACE));
    }
}
