package dev.postrider.auth.limit;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells callers of limited routes how much is left. */
public class RateHeaders {
    private final RateVerdict verdict;

    RateHeaders(RateVerdict verdict) {
        this.verdict = verdict;
    }

    @ServerResponseFilter
    public void filter(ContainerResponseContext response) {
        verdict.writeTo(response);
    }
}
