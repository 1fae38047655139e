package dev.postrider.gateway.listen;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Answers;
import dev.postrider.gateway.answer.Linger;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.answer.Trace;
import dev.postrider.gateway.document.Documents;
import dev.postrider.gateway.forward.Forward;
import dev.postrider.gateway.guard.CorsAnswer;
import dev.postrider.gateway.guard.Framing;
import dev.postrider.gateway.limit.CallsUnderWay;
import dev.postrider.gateway.limit.Share;
import dev.postrider.gateway.limit.Shares;
import dev.postrider.gateway.ops.GatewayMetrics;
import dev.postrider.gateway.page.Page;
import dev.postrider.gateway.route.Access;
import dev.postrider.gateway.route.Exchange;
import dev.postrider.gateway.route.Target;
import dev.postrider.gateway.upgrade.Upgrade;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

/**
 * What happens to a request, in order: it must be readable in one way only; its path, origin, handshake and body must be
 * allowed; its token good; its share not used up; then it goes where the table says. Whatever goes wrong ends in a problem.
 */
final class Door {
    private static final Logger LOG = Logger.getLogger(Door.class);
    private final Guard guard;
    private final Shares shares;
    private final CallsUnderWay calls;
    private final Rooms rooms;
    private final Answers answers;
    private final GatewayMetrics metrics;

    Door(Guard guard, Shares shares, CallsUnderWay calls, Rooms rooms, Answers answers, GatewayMetrics metrics) {
        this.guard = guard;
        this.shares = shares;
        this.calls = calls;
        this.rooms = rooms;
        this.answers = answers;
        this.metrics = metrics;
    }

    /** Where an admitted request may go. */
    record Rooms(Forward forward, Upgrade upgrade, Documents documents, Page page) {}

    /** Answers every request. */
    void onRequest(HttpServerRequest request) {
        var trace = metrics.trace();
        if (Framing.announcesBody(request)) {
            request.pause();
        }
        try {
            Framing.check(request);
            if (CorsAnswer.isPreflight(request)) {
                guard.checkPreflight(request);
                CorsAnswer.preflight(request);
                return;
            }
            pass(guard.admit(request, trace));
        } catch (RuntimeException e) {
            fail(request, trace, e);
        }
    }

    /** Answers what could not even be read. */
    void onUnreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        boolean tooLong = cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException;
        var refused = tooLong
                ? Refused.of(ProblemCode.HEADERS_TOO_LARGE, "head-size", "The head of the request is too large.")
                : Refused.of(ProblemCode.INVALID, "unreadable", "This is no HTTP request.");
        fail(request, Trace.fresh(), refused.closing());
    }

    private void pass(Exchange exchange) {
        var request = exchange.request();
        boolean unknown =
                exchange.route().access() == Access.TOKEN && exchange.caller().isEmpty();
        boolean call = unknown && exchange.route().target() != Target.SOCKET;
        Share share = call ? Share.OPEN_CALLS : exchange.route().share();
        shares.take(share, exchange.caller(), exchange.address(), request.response())
                .compose(taken -> unknown ? Future.<Void>failedFuture(signedOut()) : enter(exchange))
                .onFailure(e -> fail(request, exchange.trace(), e));
    }

    private Future<Void> enter(Exchange exchange) {
        switch (exchange.route().target()) {
            case AUTH, HISTORY, CHAT -> {
                calls.enter(exchange.request(), exchange.caller(), exchange.address());
                rooms.forward().forward(exchange);
            }
            case SOCKET -> rooms.upgrade().open(exchange, exchange.caller().orElseThrow());
            case DOCUMENT -> {
                return rooms.documents().answer(exchange);
            }
            case PAGE -> {
                rooms.page().serve(exchange);
                Linger.over(exchange.request(), () -> {});
            }
        }
        return Future.succeededFuture();
    }

    private void fail(HttpServerRequest request, Trace trace, Throwable cause) {
        Refused refused;
        if (cause instanceof Refused known) {
            refused = known;
        } else {
            LOG.errorf(cause, "A request failed in the gateway. trace=%s", trace.id());
            refused = Refused.of(ProblemCode.INTERNAL, "internal", "Something went wrong on our side.")
                    .closing();
        }
        metrics.refused(refused);
        answers.refuse(request, trace, refused);
    }

    private static Refused signedOut() {
        return Refused.of(ProblemCode.SIGNED_OUT, "token", "No token, or one that is not good any more.");
    }
}
