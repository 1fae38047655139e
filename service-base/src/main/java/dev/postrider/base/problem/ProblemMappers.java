package dev.postrider.base.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.postrider.contracts.rest.Problem.FieldError;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What each failure of a REST call looks like outside; the inside is logged under the problem's traceId. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException thrown) {
        return Problems.response(thrown);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException thrown) {
        List<FieldError> errors = thrown.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .toList();
        return Problems.response(ProblemException.invalid(errors));
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    public Response notJson(JsonProcessingException thrown) {
        if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().getLast().getFieldName();
            return Problems.response(
                    ProblemException.invalid(field == null ? "body" : field, "type", "has the wrong type"));
        }
        return Problems.response(ProblemException.invalid("body", "json", "is not the JSON expected"));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response signedOut(RuntimeException thrown) {
        return Problems.response(ProblemException.of(ProblemCode.SIGNED_OUT));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException thrown) {
        return Problems.response(ProblemException.of(ProblemCode.FORBIDDEN));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return notJson(json);
        }
        ProblemCode code = codeOf(thrown.getResponse().getStatus());
        if (code == ProblemCode.INTERNAL) {
            return unexpected(thrown);
        }
        return Problems.response(ProblemException.of(code));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable thrown) {
        String traceId = Problems.traceId();
        LOG.errorf(thrown, "a call failed unexpectedly: trace=%s", traceId);
        return Problems.response(ProblemCode.INTERNAL, null, traceId);
    }

    private static ProblemCode codeOf(int status) {
        return switch (status) {
            case 400, 406, 422 -> ProblemCode.INVALID;
            case 401 -> ProblemCode.SIGNED_OUT;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.RATE;
            case 431 -> ProblemCode.HEADERS_TOO_LARGE;
            case 503 -> ProblemCode.UNAVAILABLE;
            default -> ProblemCode.INTERNAL;
        };
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            field = String.valueOf(node.getName());
        }
        String constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new FieldError(field, constraint.toLowerCase(java.util.Locale.ROOT), violation.getMessage());
    }
}
