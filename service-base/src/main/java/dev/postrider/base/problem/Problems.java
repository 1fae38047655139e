package dev.postrider.base.problem;

import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rest.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Problems as responses. */
public final class Problems {
    private static final SplittableRandom TRACE_IDS = new SplittableRandom();

    private Problems() {}

    /** Finds this answer in the logs; 16 hexadecimal digits. */
    public static synchronized String traceId() {
        return "%016x".formatted(TRACE_IDS.nextLong());
    }

    public static Response response(ProblemCode code, @Nullable String detail, String traceId) {
        return response(Problem.of(code, detail, traceId), null);
    }

    public static Response response(ProblemException exception) {
        Problem problem = Problem.of(exception.code(), exception.getMessage(), traceId());
        List<FieldError> errors = exception.errors();
        return response(errors.isEmpty() ? problem : problem.withErrors(errors), exception.retryAfter());
    }

    private static Response response(Problem problem, @Nullable Duration retryAfter) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        Duration wait = retryAfter == null && problem.status() == 503 ? Duration.ofSeconds(1) : retryAfter;
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
            problem = problem.withRetryAfterMillis(wait.toMillis());
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.entity(problem).build();
    }
}
