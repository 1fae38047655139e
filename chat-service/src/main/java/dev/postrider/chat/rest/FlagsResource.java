package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.flag.Flag;
import dev.postrider.chat.flag.Flags;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How readers call an administrator to a message. */
@Path("/api/conversations/{conversation}/messages/{position}/flags")
@RolesAllowed("send")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "messages")
public class FlagsResource {
    private static final int REASON_CHARS_MAX = 500;

    private final Caller caller;
    private final Flags flags;

    FlagsResource(Caller caller, Flags flags) {
        this.caller = caller;
        this.flags = flags;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "flagMessage", summary = "Calls an administrator to a message; once for each person.")
    @APIResponse(
            responseCode = "201",
            description = "Flagged, now or before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Responses.NewFlag.class)))
    public Uni<RestResponse<Responses.NewFlag>> flag(
            @PathParam("conversation") String id,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position,
            Requests.@Nullable Flagging request) {
        String place = Places.id(id);
        long target = Places.position(position);
        String reason = request == null ? null : request.reason();
        new FieldChecks().line("reason", reason, 0, REASON_CHARS_MAX).throwIfWrong();
        return flags.put(place, target, caller.userId(), Objects.requireNonNullElse(reason, ""))
                .map(FlagsResource::created);
    }

    private static RestResponse<Responses.NewFlag> created(Flag flag) {
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new Responses.NewFlag(new Responses.OwnFlag(
                                flag.id(), flag.conversation(), flag.position(), flag.reason(), flag.createdAt())))
                .build();
    }
}
