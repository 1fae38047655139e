package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.draft.Drafts;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The caller's draft for one conversation. */
@Path("/api/conversations/{conversation}/draft")
@RolesAllowed("send")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "drafts")
public class ConversationDraftResource {
    private final Caller caller;
    private final Places places;
    private final Drafts drafts;

    ConversationDraftResource(Caller caller, Places places, Drafts drafts) {
        this.caller = caller;
        this.places = places;
        this.drafts = drafts;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putDraft", summary = "Keeps the draft, in place of the one there was.")
    @APIResponse(responseCode = "200", description = "Kept, and told to the caller's sockets.")
    public Uni<Responses.OneDraft> put(@PathParam("conversation") String id, Requests.@Nullable NewDraft request) {
        Requests.NewDraft draft = judged(request);
        String user = caller.userId();
        return places.ofCaller(id, user)
                .flatMap(place -> drafts.put(
                        user, place.id(), Objects.requireNonNull(draft.body()), draft.replyTo(), draft.thread()))
                .map(Responses.OneDraft::new);
    }

    @DELETE
    @Operation(operationId = "deleteDraft", summary = "Forgets the draft, if there is one.")
    @APIResponse(responseCode = "204", description = "There is none any more.")
    public Uni<Void> delete(@PathParam("conversation") String id) {
        String user = caller.userId();
        return places.ofCaller(id, user).flatMap(place -> drafts.remove(user, place.id()));
    }

    private static Requests.NewDraft judged(Requests.@Nullable NewDraft request) {
        Requests.NewDraft given = request == null ? new Requests.NewDraft(null, null, null, null) : request;
        String body = FieldChecks.normalised(given.body());
        new FieldChecks()
                .body("body", body)
                .position("replyTo", given.replyTo())
                .position("thread", given.thread())
                .reserved("attachments", given.attachments())
                .throwIfWrong();
        return new Requests.NewDraft(body, given.replyTo(), given.thread(), null);
    }
}
