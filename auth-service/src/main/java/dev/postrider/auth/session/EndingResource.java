package dev.postrider.auth.session;

import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Ending sessions: this one, another, all others. Told to every service within a second. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
public class EndingResource {
    private final SessionEnds ends;
    private final Departure departure;
    private final Outbox outbox;
    private final SessionCookies cookies;
    private final Caller caller;

    EndingResource(SessionEnds ends, Departure departure, Outbox outbox, SessionCookies cookies, Caller caller) {
        this.ends = ends;
        this.departure = departure;
        this.outbox = outbox;
        this.cookies = cookies;
        this.caller = caller;
    }

    /** Ends the session of either cookie or of the Bearer token; without any of them there is nothing to end. */
    @POST
    @Path("logout")
    @PermitAll
    public Uni<RestResponse<Void>> logout(@Context HttpServerRequest request) {
        return outbox.committing(records -> departure.leave(request, records)).map(done -> clearingCookies());
    }

    @DELETE
    @Path("sessions/{id}")
    @Authenticated
    public Uni<RestResponse<Void>> end(@PathParam("id") String id) {
        String current = caller.sessionId();
        String user = caller.userId();
        return outbox.committing(records -> ends.one(user, id, records)).map(ended -> {
            if (!ended) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return id.equals(current) ? clearingCookies() : RestResponse.noContent();
        });
    }

    @DELETE
    @Path("sessions")
    @Authenticated
    public Uni<RestResponse<Void>> endOthers() {
        String current = caller.sessionId();
        String user = caller.userId();
        return outbox.committing(records -> ends.allBut(user, current, records)).map(done -> RestResponse.noContent());
    }

    private RestResponse<Void> clearingCookies() {
        RestResponse.ResponseBuilder<Void> answer = RestResponse.ResponseBuilder.noContent();
        cookies.cleared().forEach(one -> answer.header("Set-Cookie", one));
        return answer.build();
    }
}
