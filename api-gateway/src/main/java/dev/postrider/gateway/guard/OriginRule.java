package dev.postrider.gateway.guard;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/**
 * Which pages may call.
 *
 * <ul>
 *   <li>An Origin that is neither public nor on the CORS list is refused, whatever else is sent.
 *   <li>A call with one of our cookies that is not GET or HEAD, and every cookie upgrade, comes from a public origin; a call
 *       without Origin may say so with {@code Sec-Fetch-Site: same-origin}, an upgrade may not.
 *   <li>From an origin on the CORS list cookies are not looked at.
 * </ul>
 */
public final class OriginRule {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private final Set<String> own;
    private final Set<String> cors;

    public OriginRule(List<String> publicOrigins, List<String> corsOrigins) {
        this.own = Set.copyOf(publicOrigins);
        this.cors = Set.copyOf(corsOrigins);
    }

    /** Where a call comes from. */
    public enum Source {
        /** No page, or one of ours. */
        OWN,
        /** A page on the CORS list. */
        CORS
    }

    /** Judges a call or, with {@code upgrade}, the opening of a socket. @throws Refused 403 */
    public Source check(HttpServerRequest request, Credentials credentials, boolean upgrade) {
        var origins = request.headers().getAll("Origin");
        if (origins.isEmpty()) {
            boolean needed = credentials.hasCookies()
                    && (upgrade || !SAFE.contains(request.method().name()));
            boolean vouched = !upgrade && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
            if (needed && !vouched) {
                throw foreign();
            }
            return Source.OWN;
        }
        if (origins.size() == 1 && own.contains(origins.getFirst())) {
            return Source.OWN;
        }
        if (origins.size() == 1 && cors.contains(origins.getFirst())) {
            return corsCall(request, credentials, upgrade);
        }
        throw foreign();
    }

    private static Source corsCall(HttpServerRequest request, Credentials credentials, boolean upgrade) {
        if (credentials.hasCookies()
                && (upgrade || !SAFE.contains(request.method().name()))) {
            throw foreign();
        }
        return Source.CORS;
    }

    private static Refused foreign() {
        return Refused.of(ProblemCode.FOREIGN_ORIGIN, "origin", "Calls from this origin are not allowed.");
    }
}
