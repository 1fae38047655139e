package dev.postrider.gateway.node;

import dev.postrider.gateway.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Which nodes take new work now.
 *
 * <ul>
 *   <li>Each is asked at a fixed interval; one question at a time, with a time-out.
 *   <li>"Not ready" takes it out at once, silence after the configured number of misses, a failed connection (told by
 *       whoever tried) at once; the next good answer brings it back.
 *   <li>A new node is out until its first good answer.
 *   <li>Where none is left, those that were merely silent are tried for a while: a machine with too much to do answers late,
 *       and there is nothing to lose.
 * </ul>
 */
public final class NodeHealth {
    private static final Logger LOG = Logger.getLogger(NodeHealth.class);
    private static final int UP = 0;
    /** Out by its own word, or because nobody could connect to it; silence alone does not get this far. */
    private static final int OUT = Integer.MAX_VALUE;
    /** So many times the misses that take a node out, and it is not even tried any more. */
    private static final int LAST_RESORT = 5;

    private final Vertx vertx;
    private final NodeDirectory directory;
    private final GatewayConfig.Health config;
    private final HttpClient client;
    private final Map<ChatNode, Integer> missed = new ConcurrentHashMap<>();
    private final Set<ChatNode> asking = ConcurrentHashMap.newKeySet();
    private long timer;

    public NodeHealth(Vertx vertx, NodeDirectory directory, GatewayConfig.Health config) {
        this.vertx = vertx;
        this.directory = directory;
        this.config = config;
        int patience = Math.toIntExact(config.timeout().toMillis());
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(patience));
    }

    /** Begins to ask, at once and then at the interval. */
    public void start() {
        askAll();
        timer = vertx.setPeriodic(config.interval().toMillis(), tick -> askAll());
    }

    /** Asks no more. */
    public void stop() {
        vertx.cancelTimer(timer);
        client.close();
    }

    /** The nodes that take new work, in no order. */
    public List<ChatNode> ready() {
        return missedFewerThan(config.misses());
    }

    /** Those ready; where there is none, those that have not been silent for long. */
    List<ChatNode> worthTrying() {
        List<ChatNode> ready = ready();
        return ready.isEmpty() ? missedFewerThan(config.misses() * LAST_RESORT) : ready;
    }

    private List<ChatNode> missedFewerThan(int misses) {
        return missed.entrySet().stream()
                .filter(entry -> entry.getValue() < misses)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Somebody could not connect to it: it is out until it answers again. */
    public void unreachable(ChatNode node) {
        learn(node, misses -> OUT, "unreachable");
    }

    /** Somebody waited for it in vain: as if it had missed, until it answers. */
    public void silent(ChatNode node) {
        learn(node, misses -> Math.max(misses, config.misses()), "silent");
    }

    private void askAll() {
        var nodes = new HashSet<>(directory.nodes());
        missed.keySet().removeIf(Predicate.not(nodes::contains));
        for (ChatNode node : nodes) {
            missed.putIfAbsent(node, OUT);
            if (asking.add(node)) {
                ask(node);
            }
        }
    }

    private void ask(ChatNode node) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(node.host())
                .setPort(node.managementPort())
                .setURI("/q/health/ready")
                .setTimeout(config.timeout().toMillis());
        client.request(options)
                .compose(request -> request.send())
                .compose(answer -> answer.end().map(read -> answer.statusCode()))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> {
                    asking.remove(node);
                    heard(node, done.succeeded() ? done.result() : 0);
                });
    }

    private void heard(ChatNode node, int status) {
        switch (status) {
            case 200 -> learn(node, misses -> UP, "ready");
            case 0 -> learn(node, misses -> misses == OUT ? OUT : misses + 1, "silent");
            default -> learn(node, misses -> OUT, "status " + status);
        }
    }

    private void learn(ChatNode node, IntUnaryOperator change, String why) {
        missed.computeIfPresent(node, (n, misses) -> {
            int now = change.applyAsInt(misses);
            tellChange(n, misses, now, why);
            return now;
        });
    }

    private void tellChange(ChatNode node, int before, int now, String why) {
        if (before < config.misses() && now >= config.misses()) {
            LOG.warnf("Chat node is out. node=%s reason=%s", node.name(), why);
        } else if (before >= config.misses() && now < config.misses()) {
            LOG.infof("Chat node is ready. node=%s", node.name());
        }
    }
}
