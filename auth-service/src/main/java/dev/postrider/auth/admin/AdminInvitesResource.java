package dev.postrider.auth.admin;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.identity.TokenClaims;
import dev.postrider.base.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invitations to register, where {@code auth.registration} asks for one. */
@Path("/api/admin/invites")
@RolesAllowed(TokenClaims.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminInvitesResource {
    private static final int USES_MAX = 10_000;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final Administration administration;
    private final Caller caller;
    private final Clock clock;

    AdminInvitesResource(Administration administration, Caller caller, Clock clock) {
        this.administration = administration;
        this.caller = caller;
        this.clock = clock;
    }

    /** For one account, or for {@code uses}; until they are used up, or until {@code expiresAt}. The code is shown once. */
    @POST
    @APIResponse(responseCode = "201", description = "The code is shown this once.")
    public Uni<RestResponse<InviteAnswer>> invite(@Nullable InviteBody body) {
        InviteBody given = body == null ? new InviteBody(null, null) : body;
        int uses = given.uses() == null ? 1 : given.uses();
        if (uses < 1 || uses > USES_MAX) {
            throw ProblemException.invalid("uses", "invalid", "must be 1 to 10000");
        }
        Instant now = clock.instant();
        if (given.expiresAt() != null
                && (!given.expiresAt().isAfter(now) || given.expiresAt().isAfter(now.plus(LONGEST)))) {
            throw ProblemException.invalid("expiresAt", "invalid", "must be in the future, at most ten years ahead");
        }
        return administration
                .invite(caller.userId(), uses, given.expiresAt())
                .map(made -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED,
                                new InviteAnswer(new Invite(made.code(), made.until(), uses)))
                        .build());
    }

    record InviteBody(@Nullable Instant expiresAt, @Nullable Integer uses) {}

    record Invite(String code, @Nullable Instant expiresAt, int usesLeft) {}

    record InviteAnswer(Invite invite) {}
}
