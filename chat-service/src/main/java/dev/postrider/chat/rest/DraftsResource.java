package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.draft.Drafts;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All drafts of the caller. */
@Path("/api/drafts")
@RolesAllowed("read")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "drafts")
public class DraftsResource {
    private final Caller caller;
    private final Drafts drafts;

    DraftsResource(Caller caller, Drafts drafts) {
        this.caller = caller;
        this.drafts = drafts;
    }

    @GET
    @Operation(operationId = "listDrafts", summary = "All drafts of the caller, newest first; ask after every welcome.")
    @APIResponse(responseCode = "200", description = "At most one for each conversation.")
    public Uni<Responses.ManyDrafts> list() {
        return drafts.ofUser(caller.userId()).map(Responses.ManyDrafts::new);
    }
}
