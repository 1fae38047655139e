package dev.postrider.chat.rest;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.room.Invites;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an invitation opens. */
@Path("/api/invites")
@RolesAllowed("read")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "rooms")
public class InvitesResource {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Invites invites;

    InvitesResource(Invites invites) {
        this.invites = invites;
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "getInvite", summary = "The room that a link opens, for whoever holds it.")
    @APIResponse(responseCode = "200", description = "It works now.")
    public Uni<Responses.OnePreview> preview(@PathParam("code") String code) {
        return invites.preview(code(code))
                .map(room -> new Responses.OnePreview(
                        new Responses.RoomPreview(room.id(), room.name(), room.topic(), room.memberCount())));
    }

    static String code(String text) {
        if (!CODE.matcher(text).matches()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return text;
    }
}
