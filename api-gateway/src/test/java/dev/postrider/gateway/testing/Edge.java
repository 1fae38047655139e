package dev.postrider.gateway.testing;

import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.guard.Passport;
import dev.postrider.gateway.guard.TokenCheck;
import dev.postrider.gateway.limit.MemoryWindow;
import dev.postrider.gateway.limit.RateWindow;
import dev.postrider.gateway.listen.Gateway;
import dev.postrider.gateway.ops.GatewayMetrics;
import dev.postrider.testkit.raw.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A running gateway before an auth part, a history part and chat nodes; sees tokens {@code good-<user>} as good. */
public final class Edge implements AutoCloseable {
    public static final String PUBLIC = "http://localhost:8080";
    public static final String CORS = "https://app.example.org";
    public final Vertx vertx = Vertx.vertx();
    public final Part auth = new Part(vertx, "auth");
    public final Part history = new Part(vertx, "history");
    public final List<Part> chat;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Gateway gateway;

    public Edge(int chatNodes, Map<String, String> settings) throws Exception {
        this(chatNodes, settings, window -> window);
    }

    /** @param shares what stands before the window in memory */
    public Edge(int chatNodes, Map<String, String> settings, UnaryOperator<RateWindow> shares) throws Exception {
        var nodes = new ArrayList<Part>();
        for (int i = 1; i <= chatNodes; i++) {
            nodes.add(new Part(vertx, "chat-" + i));
        }
        chat = List.copyOf(nodes);
        var all = new HashMap<>(Map.of(
                "gateway.listen.port",
                "0",
                "gateway.cors.origins",
                CORS,
                "gateway.services.auth",
                auth.url(),
                "gateway.services.history",
                history.url(),
                "gateway.services.descriptions",
                auth.url() + "," + history.url(),
                "gateway.chat-nodes",
                String.join(",", chat.stream().map(Part::node).toList())));
        all.putAll(settings);
        var clock = InstantSource.system();
        var config = config(all);
        gateway = new Gateway(
                vertx,
                config,
                new Gateway.Means(
                        new GoodTokens(),
                        shares.apply(new MemoryWindow(clock, config.bounds().rateKeysMax())),
                        Gateway.configuredNodes(config),
                        new GatewayMetrics(meters),
                        clock,
                        "1.2.3"));
        Wait.until(gateway.start(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> readyNodes() == chatNodes);
    }

    public static Edge plain() throws Exception {
        return new Edge(1, Map.of());
    }

    /** A configuration with the defaults and these settings. */
    public static GatewayConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }

    /** As a process that is told to stop does first. */
    public void leave() throws InterruptedException {
        gateway.leave();
    }

    public boolean ready() {
        return gateway.isReady();
    }

    public int port() {
        return gateway.port();
    }

    public int readyNodes() {
        return (int) meters.get("gateway.nodes.ready").gauge().value();
    }

    public int openTunnels() {
        return (int) meters.get("gateway.tunnels.open").gauge().value();
    }

    public int waiting() {
        return (int) meters.get("gateway.upgrades.waiting").gauge().value();
    }

    public Wire wire() throws Exception {
        return new Wire(port());
    }

    /** Sends one request of a good caller, unless the headers say otherwise, and reads the answer. */
    public Wire.Answer call(String method, String path, String... headers) throws Exception {
        try (var wire = wire()) {
            return wire.send(request(method, path, headers)).answer();
        }
    }

    /** The text of a request without a body. */
    public static String request(String method, String path, String... headers) {
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost:8080\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** The text of a request with a JSON body. */
    public static String post(String path, String body, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type: application/json";
        all[headers.length + 1] = "Content-Length: " + body.length();
        return request("POST", path, all) + body;
    }

    /** The text of a handshake. */
    public static String upgrade(String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Upgrade: websocket";
        all[headers.length + 1] = "Connection: Upgrade";
        all[headers.length + 2] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        all[headers.length + 3] = "Sec-WebSocket-Version: 13";
        return request("GET", "/ws", all);
    }

    @Override
    public void close() throws Exception {
        Wait.until(gateway.stop());
        Wait.until(vertx.close());
    }

    private static final class GoodTokens implements TokenCheck {
        @Override
        public Optional<Passport> access(String token) {
            return user(token, "good-");
        }

        @Override
        public Optional<Passport> ticket(String ticket) {
            return user(ticket, "ticket-");
        }

        private static Optional<Passport> user(String token, String prefix) {
            return token.startsWith(prefix)
                    ? Optional.of(new Passport(token.substring(prefix.length()), "session"))
                    : Optional.empty();
        }
    }
}
