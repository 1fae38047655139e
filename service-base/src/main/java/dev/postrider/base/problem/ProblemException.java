package dev.postrider.base.problem;

import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rest.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final @Nullable String detail;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemCode code, @Nullable String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail == null ? code.title() : detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public ProblemException(ProblemCode code, @Nullable String detail) {
        this(code, detail, List.of(), null);
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, null);
    }

    /** 400 about one field. */
    public static ProblemException invalid(String field, String code, String detail) {
        return invalid(List.of(new FieldError(field, code, detail)));
    }

    /** 400 about several fields. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemCode.INVALID, null, errors, null);
    }

    /** For codes that say when to come again. */
    public static ProblemException retryAfter(ProblemCode code, Duration retryAfter) {
        return new ProblemException(code, null, List.of(), retryAfter);
    }

    public ProblemCode code() {
        return code;
    }

    /** The answer's body. */
    Problem toProblem(String traceId) {
        Problem problem = Problem.of(code, detail, traceId);
        if (!errors.isEmpty()) {
            problem = problem.withErrors(errors);
        }
        return retryAfter == null ? problem : problem.withRetryAfterMillis(retryAfter.toMillis());
    }
}
