package dev.postrider.auth.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The public keys, for whoever verifies our tokens. */
@Path("/api/auth/jwks.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {
    private static final String CACHEABLE = "public, max-age=15";

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    public Uni<RestResponse<JsonNode>> jwks() {
        return keys.fetch()
                .map(set -> RestResponse.ResponseBuilder.ok(set)
                        .header(HttpHeaders.CACHE_CONTROL, CACHEABLE)
                        .build());
    }
}
