package dev.postrider.gateway.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gateway says itself. Never holds a stack trace or a class name. An answer whose head is already out
 * cannot become a problem: its connection is closed, so that a cut body is seen as cut.
 */
public final class Answers {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build()
            .writer();
    private final SecurityHeaders security;

    public Answers(SecurityHeaders security) {
        this.security = security;
    }

    /** Sends a problem; what the request still sends is read away, within bounds, and the connection ends if the refusal says so. */
    public void refuse(HttpServerRequest request, Trace trace, Refused refused) {
        var response = request.response();
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        var problem = Problem.of(refused.code(), refused.detail(), trace.id());
        if (refused.code() == ProblemCode.SIGNED_OUT) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        Duration pause = refused.retryAfter();
        if (pause != null) {
            problem = problem.withRetryAfterMillis(pause.toMillis());
            response.putHeader("Retry-After", String.valueOf(Math.max(1, Math.ceilDiv(pause.toMillis(), 1_000))));
        }
        response.setStatusCode(refused.code().status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        send(request, trace, Buffer.buffer(bytes(problem)), refused.isClosing());
    }

    /** Sends a document of the gateway itself. */
    public void json(HttpServerRequest request, Trace trace, Buffer body) {
        request.response().putHeader("Content-Type", "application/json");
        send(request, trace, body, false);
    }

    private void send(HttpServerRequest request, Trace trace, Buffer body, boolean closing) {
        var response = request.response();
        security.closed(response.headers());
        response.putHeader("Cache-Control", "no-store").putHeader("X-Request-Id", trace.id());
        if (closing) {
            ChannelEnd.announce(request.connection());
            response.putHeader("Connection", "close");
        }
        boolean bare = request.method() == HttpMethod.HEAD;
        response.putHeader("Content-Length", String.valueOf(body.length()));
        var sent = bare ? response.end() : response.end(body);
        trace.answered(response.getStatusCode());
        sent.onComplete(done ->
                Linger.over(request, closing ? () -> request.connection().close() : () -> {}));
    }

    private static byte[] bytes(@Nullable Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem always has a JSON form.", e);
        }
    }
}
