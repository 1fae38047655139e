package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.message.Marks;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The frame {@code read} for programs without a socket. */
@Path("/api/conversations/{conversation}/read")
@RolesAllowed("read")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "messages")
public class ReadResource {
    private final Caller caller;
    private final Places places;
    private final Marks marks;

    ReadResource(Caller caller, Places places, Marks marks) {
        this.caller = caller;
        this.places = places;
        this.marks = marks;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "markRead",
            summary =
                    "Everything up to the position has been read; recorded within a second or so, the last one always.")
    @APIResponse(responseCode = "204", description = "Taken.")
    public Uni<Void> read(@PathParam("conversation") String conversation, Requests.@Nullable ReadUpTo request) {
        Requests.ReadUpTo given = request == null ? new Requests.ReadUpTo(null, null) : request;
        new FieldChecks().mark("position", given.position()).throwIfWrong();
        long position = Objects.requireNonNull(given.position());
        return places.ofCaller(conversation, caller.userId())
                .invoke(place ->
                        marks.onRead(caller.userId(), new ClientFrame.Read(place.id(), position, given.back())))
                .replaceWithVoid();
    }
}
