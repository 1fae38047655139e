package dev.postrider.base.peer;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.base.problem.ProblemWriter;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A call that needs another service which is away is 503 {@code unavailable}. */
public class PeerAwayMapper {
    private static final Logger LOG = Logger.getLogger(PeerAwayMapper.class);

    @ServerExceptionMapper
    public Response away(PeerException away, HttpServerRequest request) {
        LOG.warnf("Another service is away: %s", away.getMessage());
        return ProblemWriter.response(ProblemException.of(ProblemCode.UNAVAILABLE), request);
    }
}
