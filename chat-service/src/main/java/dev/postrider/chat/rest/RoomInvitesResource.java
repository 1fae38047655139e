package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.room.Invites;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Invitations to a room by link: making them, looking at them, ending them. */
@Path("/api/rooms/{room}/invites")
@RolesAllowed("rooms")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "rooms")
public class RoomInvitesResource {
    private static final int USES_MAX = 10_000;

    private final Caller caller;
    private final Invites invites;
    private final Clock clock;

    RoomInvitesResource(Caller caller, Invites invites, Clock clock) {
        this.caller = caller;
        this.invites = invites;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeInvite", summary = "Makes a link by which others join, for those who may invite.")
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Responses.NewInvite.class)))
    public Uni<RestResponse<Responses.NewInvite>> make(
            @PathParam("room") String id, Requests.@Nullable NewInvite request) {
        String room = Places.room(id);
        Instant expiresAt = request == null ? null : request.expiresAt();
        Integer uses = request == null ? null : request.uses();
        FieldChecks checks = new FieldChecks().range("uses", uses, 1, USES_MAX).instant("expiresAt", expiresAt);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            checks.wrong("expiresAt", "range", "must lie in the future");
        }
        checks.throwIfWrong();
        return invites.make(room, caller.userId(), expiresAt, uses)
                .map(made -> ResponseBuilder.create(RestResponse.Status.CREATED, new Responses.NewInvite(body(made)))
                        .header(HttpHeaders.LOCATION, "/api/invites/" + made.code())
                        .build());
    }

    @GET
    @Operation(operationId = "listInvites", summary = "The links that work now, for those who may invite.")
    @APIResponse(responseCode = "200", description = "The oldest first.")
    public Uni<Responses.ManyInvites> list(@PathParam("room") String id) {
        return invites.of(Places.room(id), caller.userId())
                .map(found -> new Responses.ManyInvites(
                        found.stream().map(RoomInvitesResource::body).toList()));
    }

    @DELETE
    @Path("{code}")
    @Operation(
            operationId = "revokeInvite",
            summary = "Ends a link: one's own, or anybody's for those who run the room.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    public Uni<Void> revoke(@PathParam("room") String id, @PathParam("code") String code) {
        return invites.revoke(Places.room(id), caller.userId(), InvitesResource.code(code));
    }

    private static Responses.OneInvite body(Invites.Invite invite) {
        return new Responses.OneInvite(invite.code(), invite.url(), invite.expiresAt(), invite.usesLeft());
    }
}
