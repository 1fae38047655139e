package dev.postrider.gateway.listen;

import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.Answers;
import dev.postrider.gateway.answer.SecurityHeaders;
import dev.postrider.gateway.document.Documents;
import dev.postrider.gateway.document.OpenApi;
import dev.postrider.gateway.forward.Forward;
import dev.postrider.gateway.forward.PassedHeaders;
import dev.postrider.gateway.guard.BodyRule;
import dev.postrider.gateway.guard.CallerAddress;
import dev.postrider.gateway.guard.CookieNames;
import dev.postrider.gateway.guard.OriginRule;
import dev.postrider.gateway.guard.TokenCheck;
import dev.postrider.gateway.limit.CallsUnderWay;
import dev.postrider.gateway.limit.OpenSockets;
import dev.postrider.gateway.limit.RateWindow;
import dev.postrider.gateway.limit.Shares;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.NodeChoice;
import dev.postrider.gateway.node.NodeDirectory;
import dev.postrider.gateway.node.NodeHealth;
import dev.postrider.gateway.ops.GatewayMetrics;
import dev.postrider.gateway.page.Page;
import dev.postrider.gateway.page.PageFiles;
import dev.postrider.gateway.upgrade.Tunnels;
import dev.postrider.gateway.upgrade.Upgrade;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole gateway, put together from its parts by hand, so that a test can do the same without a container. */
public final class Gateway {
    private static final int ANSWER_HEADERS_MAX = 32_768;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final int POLL_MILLIS = 10;
    private final Vertx vertx;
    private final GatewayConfig config;
    private final Means means;
    private final NodeHealth health;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<HttpClient> clients;
    private final CallsUnderWay calls;
    private final Tunnels tunnels;
    private volatile String deployment = "";
    private volatile boolean leaving;

    /** What the gateway is given. @param window must never fail */
    public record Means(
            TokenCheck tokens,
            RateWindow window,
            NodeDirectory nodes,
            GatewayMetrics metrics,
            InstantSource clock,
            String version) {}

    public Gateway(Vertx vertx, GatewayConfig config, Means means) {
        OriginCheck.check(config);
        this.vertx = vertx;
        this.config = config;
        this.means = means;
        this.health = new NodeHealth(vertx, means.nodes(), config.health());
        this.calls = new CallsUnderWay(config.limits().callsAtOnce());
        this.tunnels = new Tunnels(vertx);
        this.clients = List.of(callClient(), tunnelClient());
    }

    /** Nodes of the configured list. @throws IllegalArgumentException when one cannot be read */
    public static NodeDirectory configuredNodes(GatewayConfig config) {
        var nodes = config.chatNodes().stream().map(ChatNode::parse).toList();
        return () -> nodes;
    }

    /** Reads the page, begins to watch the nodes, and listens on as many event loops as given. Blocks while it reads. */
    public Future<Void> start(int eventLoops) {
        var door = door();
        var connections = new AtomicInteger();
        health.start();
        return vertx.deployVerticle(
                        () -> {
                            var listener = new Listener(config, door, connections, means.clock());
                            listeners.add(listener);
                            return listener;
                        },
                        new DeploymentOptions().setInstances(eventLoops))
                .onSuccess(id -> deployment = id)
                .mapEmpty();
    }

    /**
     * Opens no more sockets and closes those that stand, some at a time; calls are answered meanwhile, and those under way
     * at the end for two seconds more. Blocks.
     *
     * @return how many there were
     */
    public int leave() throws InterruptedException {
        leaving = true;
        int sockets = tunnels.leave(config.drain().over());
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (calls.count() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return sockets;
    }

    /** Stops listening and ends what is under way. */
    public Future<Void> stop() {
        health.stop();
        var undeployed = deployment.isEmpty() ? Future.<Void>succeededFuture() : vertx.undeploy(deployment);
        return undeployed.onComplete(done -> clients.forEach(HttpClient::close));
    }

    /** Whether new work is to be sent here. */
    public boolean isReady() {
        return !deployment.isEmpty() && !leaving;
    }

    /** The port that was bound, or −1. */
    public int port() {
        return listeners.isEmpty() ? -1 : listeners.getFirst().port();
    }

    private Door door() {
        var origins = config.publicOrigins();
        var cookies = CookieNames.of(origins);
        var security = new SecurityHeaders(origins);
        var answers = new Answers(security);
        var bodies = new BodyRule(config.bounds().bodyBytesMax().asLongValue());
        var addresses = new CallerAddress(config.trustedProxies().orElse(List.of()));
        var cors = new OriginRule(origins, config.cors().origins().orElse(List.of()));
        var guard = new Guard(cookies, cors, bodies, addresses, means.tokens());
        var shares = new Shares(means.window(), config.limits());
        var headers = new PassedHeaders(cookies, security, origins);
        return new Door(guard, shares, calls, rooms(security, answers, headers), answers, means.metrics());
    }

    private Door.Rooms rooms(SecurityHeaders security, Answers answers, PassedHeaders headers) {
        var choice = new NodeChoice(health);
        var metrics = means.metrics();
        var sockets = new OpenSockets(config.limits(), config.bounds().tunnelsMax());
        metrics.watch(sockets::count, () -> health.ready().size());
        HttpClient parts = clients.getFirst();
        var forward = new Forward(vertx, parts, config, new Forward.Neighbours(choice, headers, answers, metrics));
        var upgrade = new Upgrade(
                clients.getLast(),
                config.timeouts().connect().multipliedBy(2),
                config.limits().upgradesAtOnce(),
                sockets,
                new Upgrade.Neighbours(choice, headers, answers, metrics, tunnels));
        var openApi = new OpenApi(parts, config.services().descriptions(), means.version(), means.clock());
        var documents = new Documents(answers, openApi, means.version());
        var files = config.pageDir()
                .map(dir -> PageFiles.read(Path.of(dir), config.pageBytesMax().asLongValue()))
                .orElseGet(PageFiles::none);
        return new Door.Rooms(forward, upgrade, documents, new Page(files, security));
    }

    private HttpClient callClient() {
        var bounds = config.bounds();
        var pool = new PoolOptions()
                .setHttp1MaxSize(bounds.callsPerPartMax())
                .setMaxWaitQueueSize(bounds.callsWaitingMax());
        return vertx.createHttpClient(clientOptions(), pool);
    }

    private HttpClient tunnelClient() {
        int max = config.bounds().tunnelsMax();
        int systemBytesMax = Math.toIntExact(config.bounds().systemBytesMax().asLongValue());
        return vertx.httpClientBuilder()
                .with(clientOptions())
                .with(new PoolOptions().setHttp1MaxSize(max).setMaxWaitQueueSize(max))
                .withConnectHandler(connection -> SystemBuffers.bound(connection, systemBytesMax))
                .build();
    }

    private HttpClientOptions clientOptions() {
        var timeouts = config.timeouts();
        return new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeouts.connect().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(timeouts.idle().toMillis()))
                .setMaxHeaderSize(ANSWER_HEADERS_MAX)
                .setTcpNoDelay(true);
    }
}
