package dev.postrider.base.problem;

import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Turns problems into responses, the headers that belong to them included. */
public final class ProblemWriter {
    private static final long RETRY_MILLIS_DEFAULT = 2_000;

    private ProblemWriter() {}

    /** The response to a call that ends with this problem. */
    public static Response response(ProblemException exception, HttpServerRequest request) {
        Problem problem = withRetry(exception.toProblem(TraceIds.of(request)));
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfterMillis() != null) {
            response.header(HttpHeaders.RETRY_AFTER, retrySeconds(problem.retryAfterMillis()));
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    /** As the contract wants it, {@code unavailable} and {@code rate} always say when to come again. */
    static Problem withRetry(Problem problem) {
        boolean needed = problem.code() == ProblemCode.UNAVAILABLE || problem.code() == ProblemCode.RATE;
        return needed && problem.retryAfterMillis() == null
                ? problem.withRetryAfterMillis(RETRY_MILLIS_DEFAULT)
                : problem;
    }

    /** Whole seconds, rounded up, at least one. */
    static String retrySeconds(long millis) {
        return Long.toString(Math.max(1, (millis + 999) / 1_000));
    }
}
