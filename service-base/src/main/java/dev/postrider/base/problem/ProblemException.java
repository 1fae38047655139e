package dev.postrider.base.problem;

import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rest.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a REST call with a problem. Its detail is shown to the caller: nothing of the inside belongs there. */
public final class ProblemException extends RuntimeException {
    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemCode code, @Nullable String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, null, List.of(), null);
    }

    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), null);
    }

    /** 400 with one line a field. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemCode.INVALID, null, List.copyOf(errors), null);
    }

    /** 400 about one field. */
    public static ProblemException invalid(String field, String fieldCode, String detail) {
        return invalid(List.of(new FieldError(field, fieldCode, detail)));
    }

    /** 429, or 503: try again after this long. */
    public static ProblemException later(ProblemCode code, Duration retryAfter) {
        return new ProblemException(code, null, List.of(), retryAfter);
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
