package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error, RFC 9457. Never holds a stack trace, a class name or SQL. */
@Doc("The body of every error, RFC 9457.")
public record Problem(
        @Is(Shape.TEXT) String type,
        @Is(Shape.TEXT) String title,
        @Is(Shape.COUNT) int status,
        ProblemCode code,
        @Is(Shape.TEXT) @Nullable String detail,
        @Nullable List<FieldError> errors,
        @Is(Shape.MILLIS) @Nullable Long retryAfterMillis,
        @Doc("Finds the call in the logs.") @Is(Shape.TEXT) String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    @Doc("What is wrong with one field.")
    public record FieldError(
            @Is(Shape.TEXT) String field,
            @Is(Shape.TEXT) String code,
            @Is(Shape.TEXT) String detail) {}

    public static Problem of(ProblemCode code, @Nullable String detail, String traceId) {
        return new Problem("about:blank", code.title(), code.status(), code, detail, null, null, traceId);
    }

    public Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, code, detail, fieldErrors, retryAfterMillis, traceId);
    }

    public Problem withRetryAfterMillis(long millis) {
        return new Problem(type, title, status, code, detail, errors, millis, traceId);
    }
}
