package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.chat.presence.PresenceLookup;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    @APIResponse(responseCode = "200", description = "Both, one or none of the two; total counts them.")
    public Uni<Responses.OnlineHere> get(@PathParam("conversation") String id) {
        return places.ofCaller(id, caller.userId())
                .map(place -> List.copyOf(place.members()))
                .flatMap(presence::of)
                .map(OnlineResource::online)
                .flatMap(users::findAll)
                .map(found -> page(List.copyOf(found.values())));
    }

    private static List<String> online(List<PresenceState> states) {
        return states.stream()
                .filter(PresenceState::online)
                .map(PresenceState::id)
                .toList();
    }

    private static Responses.OnlineHere page(List<User> online) {
        return new Responses.OnlineHere(online.stream().map(User::publicly).toList(), online.size(), null);
    }
}
