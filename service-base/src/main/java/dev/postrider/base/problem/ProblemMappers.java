package dev.postrider.base.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** One mapper per family of exceptions; what nobody foresaw is 500 {@code internal}, with its cause in the log only. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException answer, HttpServerRequest request) {
        return ProblemWriter.response(answer, request);
    }

    @ServerExceptionMapper
    public Response validation(ConstraintViolationException violated, HttpServerRequest request) {
        return ProblemWriter.response(ProblemException.invalid(FieldErrors.of(violated)), request);
    }

    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException mismatch, HttpServerRequest request) {
        return ProblemWriter.response(ProblemException.invalid(FieldErrors.of(mismatch)), request);
    }

    @ServerExceptionMapper
    public Response noJson(JsonProcessingException malformed, HttpServerRequest request) {
        return ProblemWriter.response(notJson(), request);
    }

    @ServerExceptionMapper
    public Response signedOut(UnauthorizedException nobody, HttpServerRequest request) {
        return answer(ProblemCode.SIGNED_OUT, request);
    }

    /** The token shown is worth nothing. */
    @ServerExceptionMapper
    public Response failed(AuthenticationFailedException refused, HttpServerRequest request) {
        return answer(ProblemCode.SIGNED_OUT, request);
    }

    @ServerExceptionMapper
    public Response completed(AuthenticationCompletionException refused, HttpServerRequest request) {
        return answer(ProblemCode.SIGNED_OUT, request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpServerRequest request) {
        return answer(ProblemCode.FORBIDDEN, request);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException exception, HttpServerRequest request) {
        return switch (exception.getCause()) {
            case MismatchedInputException mismatch -> mismatch(mismatch, request);
            case JsonProcessingException malformed -> noJson(malformed, request);
            case null, default -> fromStatus(exception, request);
        };
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable fault, HttpServerRequest request) {
        if (Away.isAway(fault)) {
            LOG.warnf("A part is away: %s %s: %s", request.method(), request.path(), fault.toString());
            return answer(ProblemCode.UNAVAILABLE, request);
        }
        LOG.errorf(fault, "A call failed: %s %s", request.method(), request.path());
        return answer(ProblemCode.INTERNAL, request);
    }

    private Response fromStatus(WebApplicationException exception, HttpServerRequest request) {
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        if (status >= 500) {
            LOG.errorf(exception, "A call failed: %s %s", request.method(), request.path());
        }
        return answer(StatusCodes.codeOf(status), request);
    }

    private static ProblemException notJson() {
        return new ProblemException(ProblemCode.INVALID, "The body is not valid JSON.");
    }

    private static Response answer(ProblemCode code, HttpServerRequest request) {
        return ProblemWriter.response(ProblemException.of(code), request);
    }
}
