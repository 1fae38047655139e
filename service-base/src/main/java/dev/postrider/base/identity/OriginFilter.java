package dev.postrider.base.identity;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses calls with our cookies that change something and do not come from a public origin. The gateway does the
 * same; here it holds even if somebody finds another way in.
 */
public class OriginFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final OriginRule rule;
    private final CookieNames cookies;

    OriginFilter(OriginRule rule, CookieNames cookies) {
        this.rule = rule;
        this.cookies = cookies;
    }

    @ServerRequestFilter(preMatching = true)
    public void filter(ContainerRequestContext context, HttpServerRequest request) {
        if (READING.contains(context.getMethod()) || !carriesCookie(request)) {
            return;
        }
        if (!rule.allowsCookieCall(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
            throw ProblemException.of(ProblemCode.FOREIGN_ORIGIN);
        }
    }

    private boolean carriesCookie(HttpServerRequest request) {
        return request.getCookie(cookies.access()) != null || request.getCookie(cookies.refresh()) != null;
    }
}
