package dev.postrider.base.peer;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.base.problem.Problems;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Without the service key, {@code /internal/...} does not exist: the ordinary 404, after a comparison in equal time. */
public class ServiceKeyFilter {
    private static final String PREFIX = "/internal/";

    private final byte[] key;

    public ServiceKeyFilter(SharedConfig config) {
        this.key = config.serviceKey().getBytes(StandardCharsets.UTF_8);
    }

    @ServerRequestFilter
    public Optional<Response> filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String given = Optional.ofNullable(request.getHeaderString(Internal.KEY_HEADER)).orElse("");
        boolean known = MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8));
        return known ? Optional.empty() : Optional.of(Problems.response(ProblemException.of(ProblemCode.NOT_FOUND)));
    }
}
