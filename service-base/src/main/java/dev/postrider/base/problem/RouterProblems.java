package dev.postrider.base.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Problems for what fails before a resource is found: bodies said to be too large, bodies that are not said to be JSON in
 * UTF-8 (which no resource reads, whatever reader would fit its type), and the router's own refusals.
 */
@ApplicationScoped
public class RouterProblems {
    private static final int FIRST = 10_000;
    private static final long BODY_BYTES_MAX = 65_536;
    private static final Pattern JSON =
            Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?");
    private static final ObjectMapper MAPPER = Json.mapper();

    void onFilters(@Observes Filters filters) {
        filters.register(RouterProblems::refuseForeignBody, FIRST);
    }

    void onRouter(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(RouterProblems::onFailure);
    }

    /** Ends a call outside of REST resources with a problem; closes nothing. */
    public static void answer(RoutingContext context, ProblemCode code) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Problem problem = ProblemWriter.withRetry(Problem.of(code, null, TraceIds.of(context.request())));
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfterMillis() != null) {
            response.putHeader("Retry-After", ProblemWriter.retrySeconds(problem.retryAfterMillis()));
        }
        response.end(bytes(problem));
    }

    private static void refuseForeignBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = declaredLength(request);
        if (length > BODY_BYTES_MAX) {
            refuse(context, ProblemCode.TOO_LARGE);
        } else if ((length > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) && !isJson(request)) {
            refuse(context, ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, ProblemCode code) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(context, code);
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && JSON.matcher(type.trim().toLowerCase(Locale.ROOT)).matches();
    }

    private static void onFailure(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            answer(context, StatusCodes.codeOf(status));
        } else {
            context.next();
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    private static Buffer bytes(Problem problem) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
