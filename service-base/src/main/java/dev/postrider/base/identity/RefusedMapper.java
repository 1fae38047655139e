package dev.postrider.base.identity;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.base.problem.ProblemWriter;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A token refused inside a resource is 401 {@code signed-out}. */
public class RefusedMapper {
    @ServerExceptionMapper
    public Response refused(TokenRefusedException refused, HttpServerRequest request) {
        return ProblemWriter.response(ProblemException.of(ProblemCode.SIGNED_OUT), request);
    }
}
