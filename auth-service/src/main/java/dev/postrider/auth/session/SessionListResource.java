package dev.postrider.auth.session;

import dev.postrider.base.identity.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** Where one is signed in. */
@Path("/api/auth/sessions")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SessionListResource {
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;

    SessionListResource(Sessions sessions, Caller caller, Clock clock) {
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Uni<SessionList> list() {
        String current = caller.sessionId();
        String user = caller.userId();
        return Panache.withSession(() -> sessions.living(user, clock.instant()))
                .map(living -> new SessionList(living.stream()
                        .map(session -> session.view(session.id().equals(current)))
                        .toList()));
    }

    record SessionList(List<SessionView> sessions) {}
}
