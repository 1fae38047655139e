package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.chat.presence.PresenceLookup;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who of a conversation's members is there. */
@Path("/api/conversations/{conversation}/online")
@RolesAllowed("read")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "presence")
public class OnlineResource {
    private final Caller caller;
    private final Places places;
    private final PresenceLookup presence;
    private final UserDirectory users;

    OnlineResource(Caller caller, Places places, PresenceLookup presence, UserDirectory users) {
        this.caller = caller;
        this.places = places;
        this.presence = presence;
        this.users = users;
    }

    @GET
    @Operation(operationId = "getOnline", summary = "The members who are online now.")
    @APIResponse(responseCode = "200", description = "A stretch of them, by id; total counts them all.")
    public Uni<Responses.OnlineHere> get(
            @PathParam("conversation") String id,
            @Parameter(description = "What next said.") @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        String user = caller.userId();
        String place = Paging.place(after);
        int most = Paging.limit(limit);
        return places.ofCaller(id, user)
                .map(here -> here.members().stream().sorted().toList())
                .chain(members -> presence.onlineAmong(user, members))
                .chain(online -> page(online, place, most));
    }

    private Uni<Responses.OnlineHere> page(List<String> online, String after, int most) {
        List<String> rest =
                online.stream().filter(user -> user.compareTo(after) > 0).toList();
        List<String> shown = rest.subList(0, Math.min(most, rest.size()));
        String next = rest.size() > most ? Paging.next(shown.getLast()) : null;
        return users.findAll(shown)
                .map(found -> new Responses.OnlineHere(
                        found.values().stream().map(User::publicly).toList(), online.size(), next));
    }
}
