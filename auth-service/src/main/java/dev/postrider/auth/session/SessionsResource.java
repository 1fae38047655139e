package dev.postrider.auth.session;

import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Reading;
import dev.postrider.auth.token.SessionCookies;
import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rule.Ulids;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Where one is signed in, and ending it there. */
@Path("/api/auth/sessions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    private final Sessions sessions;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final SessionCookies cookies;
    private final Caller caller;
    private final Clock clock;

    SessionsResource(
            Sessions sessions, SessionEnds ends, Outbox outbox, SessionCookies cookies, Caller caller, Clock clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.outbox = outbox;
        this.cookies = cookies;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Uni<SessionList> list() {
        String current = caller.sessionId();
        String user = caller.userId();
        return Reading.of(() -> sessions.living(user, clock.instant()))
                .map(living -> new SessionList(living.stream()
                        .map(session -> session.view(session.id().equals(current)))
                        .toList()));
    }

    @DELETE
    @Path("{id}")
    public Uni<RestResponse<Void>> end(@PathParam("id") String id) {
        if (!Ulids.isUlid(id)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        String current = caller.sessionId();
        String user = caller.userId();
        return outbox.committing(records -> ends.one(user, id, records)).map(ended -> {
            if (!ended) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            return id.equals(current) ? cookies.clearing() : RestResponse.noContent();
        });
    }

    /** Ends all but this one. */
    @DELETE
    public Uni<RestResponse<Void>> endOthers() {
        String current = caller.sessionId();
        String user = caller.userId();
        return outbox.committing(records -> ends.allBut(user, current, records)).map(done -> RestResponse.noContent());
    }

    record SessionList(List<SessionView> sessions) {}
}
