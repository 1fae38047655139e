package dev.postrider.gateway.forward;

import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.Answers;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.BodyRule;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.NodeChoice;
import dev.postrider.gateway.ops.GatewayMetrics;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Optional;

/**
 * Sends calls to the part that answers them. A part that cannot be connected to has done nothing: the next chat node is
 * tried, else the answer is 503. Own framing towards the parts, whatever the caller used, so that none can be smuggled past.
 */
public final class Forward {
    private final Vertx vertx;
    private final HttpClient client;
    private final NodeChoice nodes;
    private final PassedHeaders headers;
    private final Answers answers;
    private final Relay.Rules rules;
    private final GatewayMetrics metrics;
    private final Place auth;
    private final Place history;

    /** @param client pooled, for REST calls only */
    public Forward(Vertx vertx, HttpClient client, GatewayConfig config, Neighbours neighbours) {
        this.vertx = vertx;
        this.client = client;
        this.nodes = neighbours.nodes();
        this.headers = neighbours.headers();
        this.answers = neighbours.answers();
        this.metrics = neighbours.metrics();
        this.rules = new Relay.Rules(
                config.timeouts(), new BodyRule(config.bounds().bodyBytesMax().asLongValue()));
        this.auth = Place.of(config.services().auth());
        this.history = Place.of(config.services().history());
    }

    /** What forwarding needs from the rest of the gateway. */
    public record Neighbours(NodeChoice nodes, PassedHeaders headers, Answers answers, GatewayMetrics metrics) {}

    /** Answers the exchange, sooner or later, in every case. */
    public void forward(Exchange exchange) {
        var places = placesFor(exchange);
        if (places.isEmpty()) {
            refuse(exchange, Relay.unavailable("no-node"));
        } else {
            attempt(exchange, new Tries(places, 0, Relay.mayRepeat(exchange)));
        }
    }

    private List<Place> placesFor(Exchange exchange) {
        return switch (exchange.route().target()) {
            case AUTH -> List.of(auth);
            case HISTORY -> List.of(history);
            case CHAT ->
                nodes.forCaller(exchange.caller()).stream().map(Place::of).toList();
            case SOCKET, DOCUMENT, PAGE ->
                throw new IllegalArgumentException("Not a call to a part: " + exchange.route());
        };
    }

    /** Where a call has still to be tried, and whether it may be sent again after it was lost on the way. */
    private record Tries(List<Place> places, int index, boolean repeatable) {
        Place place() {
            return places.get(index);
        }

        boolean hasNext() {
            return index + 1 < places.size();
        }

        Tries next() {
            return new Tries(places, index + 1, repeatable);
        }

        /** The last one: at the next place, or over a fresh connection at the same. */
        Tries repeated() {
            return new Tries(places, hasNext() ? index + 1 : index, false);
        }
    }

    private void attempt(Exchange exchange, Tries tries) {
        var place = tries.place();
        client.request(options(exchange, place))
                .onSuccess(outgoing -> relay(exchange, tries, outgoing))
                .onFailure(cause -> {
                    place.node().filter(node -> !isBusy(cause)).ifPresent(nodes::unreachable);
                    if (tries.hasNext()) {
                        attempt(exchange, tries.next());
                    } else {
                        refuse(exchange, Relay.unavailable(isBusy(cause) ? "part-busy" : "part-away"));
                    }
                });
    }

    private static RequestOptions options(Exchange exchange, Place place) {
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(exchange.request().method().name()))
                .setHost(place.host())
                .setPort(place.port())
                .setURI(exchange.path().uri());
    }

    private void relay(Exchange exchange, Tries tries, HttpClientRequest outgoing) {
        var place = tries.place();
        if (exchange.request().response().closed()) {
            // Else the client logs what we do here as an error, a line for each caller who left in time.
            outgoing.exceptionHandler(expected -> {});
            outgoing.reset();
            return;
        }
        metrics.routed(exchange.route().target().label(), place.node().map(ChatNode::name));
        headers.inwards(exchange, outgoing.headers());
        Optional<Runnable> again =
                tries.repeatable() ? Optional.of(() -> attempt(exchange, tries.repeated())) : Optional.empty();
        new Relay(vertx, exchange, outgoing, rules, new Relay.Ways(refused -> refuse(exchange, refused), again))
                .send(head -> answer(exchange, place, head));
    }

    private Future<Void> answer(Exchange exchange, Place place, HttpClientResponse head) {
        var response = exchange.request().response();
        response.setStatusCode(head.statusCode());
        headers.outwards(exchange, head.headers(), response.headers(), place.host() + ":" + place.port());
        boolean bodiless =
                exchange.request().method() == HttpMethod.HEAD || head.statusCode() == 204 || head.statusCode() == 304;
        if (!bodiless && !response.headers().contains("Content-Length")) {
            response.setChunked(true);
        }
        return head.pipe()
                .endOnFailure(false)
                .to(response)
                .onComplete(passed -> exchange.trace().answered(head.statusCode()));
    }

    private void refuse(Exchange exchange, Refused refused) {
        metrics.refused(refused);
        answers.refuse(exchange.request(), exchange.trace(), refused);
    }

    private static boolean isBusy(Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException;
    }
}
