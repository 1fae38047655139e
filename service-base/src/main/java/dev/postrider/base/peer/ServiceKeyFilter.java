package dev.postrider.base.peer;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Hides everything under /internal from whoever does not show the service key. Fails closed on strange paths. */
public class ServiceKeyFilter {
    private static final String PREFIX = "internal";

    private final byte[] key;

    ServiceKeyFilter(SharedConfig config) {
        this.key = config.serviceKey().getBytes(StandardCharsets.UTF_8);
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(ContainerRequestContext context) {
        if (isInternal(context.getUriInfo().getPath(true)) && !shown(context.getHeaderString(Internal.KEY_HEADER))) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    /** Whether the first segment is ours, however it is dressed up (slashes, case, matrix parameters). */
    static boolean isInternal(String path) {
        int start = 0;
        while (start < path.length() && (path.charAt(start) == '/' || path.charAt(start) == '.')) {
            start++;
        }
        return path.regionMatches(true, start, PREFIX, 0, PREFIX.length());
    }

    private boolean shown(@org.jspecify.annotations.Nullable String given) {
        return given != null && MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8));
    }
}
