package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.room.BlockList;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Of whom the caller wants no direct messages, nor send them any. */
@Path("/api/blocks")
@RolesAllowed("profile")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "blocks")
public class BlocksResource {
    private final Caller caller;
    private final BlockList blocks;

    BlocksResource(Caller caller, BlockList blocks) {
        this.caller = caller;
        this.blocks = blocks;
    }

    @GET
    @RolesAllowed("read")
    @Operation(operationId = "listBlocks", summary = "Whom the caller blocks.")
    @APIResponse(responseCode = "200", description = "In the order in which they were blocked.")
    public Uni<Responses.Blocked> list() {
        return blocks.ofUser(caller.userId()).map(Responses.Blocked::new);
    }

    @PUT
    @Path("{user}")
    @Operation(operationId = "block", summary = "Direct messages in either direction are refused from now on.")
    @APIResponse(responseCode = "204", description = "Blocked.")
    public Uni<Void> put(@PathParam("user") String user) {
        return blocks.put(caller.userId(), Places.user(user));
    }

    @DELETE
    @Path("{user}")
    @Operation(operationId = "unblock", summary = "Lets them write again.")
    @APIResponse(responseCode = "204", description = "Not blocked.")
    public Uni<Void> delete(@PathParam("user") String user) {
        return blocks.delete(caller.userId(), Places.user(user));
    }
}
