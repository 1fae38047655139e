package dev.postrider.base.problem;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps every answer out of caches unless the resource itself says how long it may be kept. */
public class NoStore {
    @ServerResponseFilter
    public void filter(ContainerResponseContext response) {
        response.getHeaders().computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> {
            java.util.List<Object> values = new java.util.ArrayList<>();
            values.add("no-store");
            return values;
        });
    }
}
