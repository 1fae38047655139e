package dev.postrider.gateway.forward;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.Linger;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.BodyRule;
import dev.postrider.gateway.guard.Framing;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One call on its way through. Lives on one event loop.
 *
 * <pre>
 * UPLOADING --body ended--> WAITING --head of the answer--> ANSWERING --> done
 *     |  too large, too slow   |  no answer in time, connection lost
 *     +------ refused ---------+
 * </pre>
 *
 * <ul>
 *   <li>Neither body is ever held: a full queue on one side pauses the reading on the other.
 *   <li>A caller that goes away ends the call behind; a part that goes away while it answers ends the caller's connection.
 *   <li>A caller that does not take its answer in time is cut off, and the connection to the part is free again.
 *   <li>A question whose connection breaks before the answer is asked once more.
 *   <li>Once anything was sent, losing a call that changes something is {@code unknown}; a mere question is
 *       {@code unavailable}.
 * </ul>
 */
final class Relay {
    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD");
    static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Exchange exchange;
    private final HttpClientRequest outgoing;
    private final GatewayConfig.Timeouts timeouts;
    private final BodyRule rule;
    private final Ways ways;
    private long timer;
    private long uploaded;
    private boolean uploading;
    private boolean settled;

    Relay(Vertx vertx, Exchange exchange, HttpClientRequest outgoing, Rules rules, Ways ways) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.outgoing = outgoing;
        this.timeouts = rules.timeouts();
        this.rule = rules.body();
        this.ways = ways;
    }

    /** Whether a call may be sent again when its connection was lost: only a question that has no body to send again. */
    static boolean mayRepeat(Exchange exchange) {
        return isQuestion(exchange) && !Framing.announcesBody(exchange.request());
    }

    /** How a call ends that gets no answer. @param again sends it once more, if it may be */
    record Ways(Consumer<Refused> refuse, Optional<Runnable> again) {}

    /** What holds for every call. */
    record Rules(GatewayConfig.Timeouts timeouts, BodyRule body) {}

    /** Sends the call; {@code answer} passes the answer on and tells when it has. */
    void send(Function<HttpClientResponse, Future<Void>> answer) {
        var response = exchange.request().response();
        response.closeHandler(gone -> onCallerGone());
        response.exceptionHandler(gone -> onCallerGone());
        outgoing.exceptionHandler(lost -> onBroken());
        outgoing.response().onSuccess(head -> onAnswer(head, answer)).onFailure(lost -> onBroken());
        if (Framing.announcesBody(exchange.request())) {
            upload();
        } else {
            outgoing.end();
            await(timeouts.response(), this::onLost);
        }
    }

    private void upload() {
        var request = exchange.request();
        uploading = true;
        String length = request.getHeader("Content-Length");
        if (length == null) {
            outgoing.setChunked(true);
        } else {
            outgoing.putHeader("Content-Length", length.trim());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        await(timeouts.body(), this::onSlowBody);
        request.exceptionHandler(gone -> onCallerGone());
        request.handler(this::onBody);
        request.endHandler(ended -> onBodyEnd());
        request.resume();
    }

    private void onBody(Buffer part) {
        uploaded += part.length();
        if (settled) {
            return;
        }
        if (uploaded > rule.bytesMax()) {
            giveUp(rule.tooLarge());
            return;
        }
        outgoing.write(part);
        if (outgoing.writeQueueFull()) {
            exchange.request().pause();
            outgoing.drainHandler(drained -> exchange.request().resume());
        }
    }

    private void onBodyEnd() {
        uploading = false;
        if (!settled) {
            outgoing.end();
            await(timeouts.response(), this::onLost);
        }
    }

    private void onAnswer(HttpClientResponse head, Function<HttpClientResponse, Future<Void>> answer) {
        if (settled) {
            return;
        }
        settled = true;
        if (uploading) {
            exchange.request().pause();
        }
        await(timeouts.answer(), this::onCut);
        answer.apply(head)
                .onComplete(ended -> vertx.cancelTimer(timer))
                .onSuccess(passed -> onAnswered())
                .onFailure(cut -> onCut());
    }

    /** A part may answer before it has read all; the rest goes nowhere and that connection is not used again. */
    private void onAnswered() {
        if (uploading) {
            outgoing.reset();
            Linger.over(exchange.request(), () -> {});
        }
    }

    private void onCut() {
        outgoing.reset();
        exchange.request().connection().close();
    }

    private void onSlowBody() {
        giveUp(Refused.of(ProblemCode.INVALID, "slow-body", "The body came too slowly.")
                .closing());
    }

    /** An idle connection may have been closed by the part in the moment it was chosen. */
    private void onBroken() {
        if (settled || ways.again().isEmpty()) {
            onLost();
            return;
        }
        settled = true;
        vertx.cancelTimer(timer);
        ways.again().get().run();
    }

    private static boolean isQuestion(Exchange exchange) {
        return QUESTIONS.contains(exchange.request().method().name());
    }

    private void onLost() {
        giveUp(
                isQuestion(exchange)
                        ? unavailable("part-lost")
                        : Refused.of(ProblemCode.UNKNOWN, "part-lost", "No answer came; it may have been done."));
    }

    private void giveUp(Refused refused) {
        if (!settled) {
            settled = true;
            vertx.cancelTimer(timer);
            outgoing.reset();
            ways.refuse().accept(refused);
        }
    }

    private void onCallerGone() {
        settled = true;
        vertx.cancelTimer(timer);
        outgoing.reset();
    }

    private void await(Duration time, Runnable expired) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(time.toMillis(), id -> expired.run());
    }

    static Refused unavailable(String reason) {
        return Refused.of(ProblemCode.UNAVAILABLE, reason, "The part that answers this is away; nothing was done.")
                .retryAfter(COME_BACK);
    }
}
