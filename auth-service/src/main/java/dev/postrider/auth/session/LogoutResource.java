package dev.postrider.auth.session;

import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.token.SessionCookies;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.RestResponse;

/** Leaving. Told to every service within a second. */
@Path("/api/auth/logout")
@PermitAll
public class LogoutResource {
    private final Departure departure;
    private final Outbox outbox;
    private final SessionCookies cookies;

    LogoutResource(Departure departure, Outbox outbox, SessionCookies cookies) {
        this.departure = departure;
        this.outbox = outbox;
        this.cookies = cookies;
    }

    /** Ends the session of either cookie or of the Bearer token; without any of them there is nothing to end. */
    @POST
    public Uni<RestResponse<Void>> logout(@Context HttpServerRequest request) {
        return outbox.committing(records -> departure.leave(request, records)).map(done -> cookies.clearing());
    }
}
