package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.presence.PresenceLookup;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is there, for programs that ask instead of watching. */
@Path("/api/presence")
@RolesAllowed("read")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "presence")
public class PresenceResource {
    private static final int USERS_MAX = 100;

    private final Caller caller;
    private final PresenceLookup presence;

    PresenceResource(Caller caller, PresenceLookup presence) {
        this.caller = caller;
        this.presence = presence;
    }

    @GET
    @Operation(operationId = "getPresence", summary = "Whether these users are online.")
    @Parameter(name = "users", required = true, description = "At most 100 user ids between commas.")
    @APIResponse(responseCode = "200", description = "One state for each id, in the order asked for.")
    public Uni<Responses.WhoIsThere> get(@QueryParam("users") @Nullable String users) {
        return presence.of(caller.userId(), judged(users)).map(Responses.WhoIsThere::new);
    }

    private static List<String> judged(@Nullable String users) {
        if (users == null || users.isEmpty()) {
            throw ProblemException.invalid("users", "missing", "is missing");
        }
        List<String> ids = Arrays.stream(users.split(",", -1)).distinct().toList();
        new FieldChecks().users("users", ids, USERS_MAX).throwIfWrong();
        return ids;
    }
}
