package dev.postrider.auth.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The same keys where other libraries look for them first. */
@Path("/.well-known/jwks.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class WellKnownResource {
    private final JwksResource keys;

    WellKnownResource(JwksResource keys) {
        this.keys = keys;
    }

    @GET
    public Uni<RestResponse<JsonNode>> jwks() {
        return keys.jwks();
    }
}
