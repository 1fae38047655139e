package dev.postrider.gateway.upgrade;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Answers;
import dev.postrider.gateway.answer.ChannelEnd;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.forward.PassedHeaders;
import dev.postrider.gateway.guard.Passport;
import dev.postrider.gateway.limit.OpenSockets;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.NodeChoice;
import dev.postrider.gateway.ops.GatewayMetrics;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Opens sockets to chat nodes. The node of the user's channel first; one that cannot be reached, is silent or says 503 has
 * taken nobody in, so the next is tried. Any other answer of a node is the answer.
 */
public final class Upgrade {
    private static final List<String> OPENING =
            List.of("Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol");
    private static final List<String> OPENED = List.of("Sec-WebSocket-Accept", "Sec-WebSocket-Protocol");

    private static final Logger LOG = Logger.getLogger(Upgrade.class);

    private final HttpClient client;
    private final Duration patience;
    private final OpenSockets sockets;
    private final Neighbours neighbours;
    private final Turns turns;

    /**
     * @param client for tunnels only: its pool is as large as the number of sockets
     * @param atOnce so many are opened at once at most; the others wait
     */
    public Upgrade(HttpClient client, Duration patience, int atOnce, OpenSockets sockets, Neighbours neighbours) {
        this.client = client;
        this.patience = patience;
        this.turns = new Turns(atOnce, System::nanoTime);
        this.sockets = sockets;
        this.neighbours = neighbours;
        neighbours.metrics().watchWaiting(turns::waiting);
    }

    /** What opening needs from the rest of the gateway. */
    public record Neighbours(
            NodeChoice nodes, PassedHeaders headers, Answers answers, GatewayMetrics metrics, Tunnels tunnels) {}

    /** Opens a socket for a caller whose token is good. @throws Refused 429 or 503, before any node hears of it */
    public void open(Exchange exchange, Passport caller) {
        Runnable leave = sockets.enter(caller.userId(), exchange.address());
        ChannelEnd.listen(exchange.request().connection(), leave);
        Context here = Vertx.currentContext();
        turns.take(task -> here.runOnContext(now -> task.run()), turn -> {
            // At the latest with the connection, whatever went wrong with it: a turn lost would be lost to everybody.
            ChannelEnd.listen(exchange.request().connection(), turn::end);
            if (!ChannelEnd.isEnded(exchange.request().connection())) {
                attempt(new Attempt(exchange, neighbours.nodes().forCaller(Optional.of(caller)), leave, turn), 0);
            }
        });
    }

    /**
     * @param leave gives the place among the open sockets back
     * @param turn is given back when the socket stands, or cannot
     */
    private record Attempt(Exchange exchange, List<ChatNode> nodes, Runnable leave, Turns.Turn turn) {}

    private void attempt(Attempt attempt, int index) {
        if (neighbours.tunnels().leaving()) {
            refuse(
                    attempt,
                    Refused.of(ProblemCode.UNAVAILABLE, "leaving", "This gateway is leaving.")
                            .retryAfter(Duration.ofSeconds(1))
                            .closing());
            return;
        }
        if (index >= attempt.nodes().size()) {
            refuse(
                    attempt,
                    Refused.of(ProblemCode.UNAVAILABLE, "no-node", "No chat node can be reached.")
                            .retryAfter(Duration.ofSeconds(1)));
            return;
        }
        var node = attempt.nodes().get(index);
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(node.host())
                .setPort(node.port())
                .setURI("/ws");
        client.request(options)
                .compose(request -> ask(attempt.exchange(), request))
                .onSuccess(answer -> onAnswer(attempt, index, answer))
                .onFailure(cause -> {
                    if (cause instanceof TimeoutException) {
                        neighbours.nodes().silent(node);
                    } else {
                        neighbours.nodes().unreachable(node);
                    }
                    attempt(attempt, index + 1);
                });
    }

    private Future<HttpClientResponse> ask(Exchange exchange, HttpClientRequest request) {
        neighbours.headers().inwards(exchange, request.headers());
        request.putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket");
        for (String name : OPENING) {
            request.putHeader(
                    name, String.join(", ", exchange.request().headers().getAll(name)));
        }
        request.exceptionHandler(Upgrade::expected);
        return request.connect()
                .onSuccess(answer -> answer.pause().exceptionHandler(Upgrade::expected))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(silent -> request.reset());
    }

    /** A tunnel ends as it may: with its connection. Who waits for an answer hears of a failure by the future. */
    private static void expected(Throwable end) {
        LOG.debugf("A connection to a chat node has ended. reason=%s", end.getMessage());
    }

    private void onAnswer(Attempt attempt, int index, HttpClientResponse answer) {
        if (answer.statusCode() == 101) {
            connect(attempt, attempt.nodes().get(index), answer);
        } else if (answer.statusCode() == 503 && index + 1 < attempt.nodes().size()) {
            answer.request().reset();
            attempt(attempt, index + 1);
        } else {
            relay(attempt, answer);
        }
    }

    private void connect(Attempt attempt, ChatNode node, HttpClientResponse answer) {
        var exchange = attempt.exchange();
        if (exchange.request().response().closed()) {
            attempt.turn().end();
            answer.netSocket().close();
            return;
        }
        var response = exchange.request().response();
        response.setStatusCode(101).headers().clear();
        response.putHeader("Connection", "Upgrade").putHeader("Upgrade", "websocket");
        OPENED.stream()
                .filter(name -> answer.headers().contains(name))
                .forEach(name -> response.putHeader(name, answer.getHeader(name)));
        exchange.request()
                .toNetSocket()
                .onSuccess(socket -> {
                    attempt.turn().opened();
                    neighbours.metrics().routed(exchange.route().target().label(), Optional.of(node.name()));
                    exchange.trace().answered(101);
                    neighbours.tunnels().open(socket, answer.netSocket());
                    forget(exchange.request(), answer);
                })
                .onFailure(gone -> {
                    attempt.turn().end();
                    answer.netSocket().close();
                });
    }

    /** What was said to open it is held for as long as the socket stands; a third of its memory, and a token among it. */
    private static void forget(HttpServerRequest opening, HttpClientResponse answer) {
        opening.headers().clear();
        // By these two Vert.x knows for as long as it stands that the request never ends.
        answer.request().headers().clear().set("Connection", "Upgrade").set("Upgrade", "websocket");
        answer.headers().clear();
    }

    /** The pool does not take back a connection that was asked for an upgrade: it is closed, or its place would be lost. */
    private void relay(Attempt attempt, HttpClientResponse answer) {
        attempt.turn().end();
        attempt.leave().run();
        var exchange = attempt.exchange();
        var response = exchange.request().response().setStatusCode(answer.statusCode());
        neighbours.headers().outwards(exchange, answer.headers(), response.headers(), "");
        if (!response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onComplete(passed -> {
                    exchange.trace().answered(answer.statusCode());
                    answer.request().connection().close();
                })
                .onFailure(cut -> exchange.request().connection().close());
    }

    private void refuse(Attempt attempt, Refused refused) {
        attempt.turn().end();
        attempt.leave().run();
        neighbours.metrics().refused(refused);
        neighbours
                .answers()
                .refuse(attempt.exchange().request(), attempt.exchange().trace(), refused);
    }
}
