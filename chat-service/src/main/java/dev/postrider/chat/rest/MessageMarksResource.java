package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.message.AcceptPath;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rule.Emojis;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The frames {@code react} and {@code pin} for programs without a socket. */
@Path("/api/conversations/{conversation}")
@RolesAllowed("send")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "messages")
public class MessageMarksResource {
    private final Caller caller;
    private final AcceptPath accept;
    private final FrameIds ids;

    MessageMarksResource(Caller caller, AcceptPath accept, FrameIds ids) {
        this.caller = caller;
        this.accept = accept;
        this.ids = ids;
    }

    @PUT
    @Path("messages/{position}/reactions/{emoji}")
    @Operation(operationId = "addReaction", summary = "Sets one's own reaction.")
    @APIResponse(responseCode = "200", description = "The reaction's own position.")
    public Uni<Responses.AcceptedMessage> react(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position,
            @PathParam("emoji") String emoji) {
        return react(conversation, position, emoji, true);
    }

    @DELETE
    @Path("messages/{position}/reactions/{emoji}")
    @Operation(operationId = "removeReaction", summary = "Takes one's own reaction back.")
    @APIResponse(responseCode = "200", description = "The event's own position.")
    public Uni<Responses.AcceptedMessage> takeBack(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position,
            @PathParam("emoji") String emoji) {
        return react(conversation, position, emoji, false);
    }

    @PUT
    @Path("pins/{position}")
    @Operation(operationId = "addPin", summary = "Pins a message.")
    @APIResponse(responseCode = "200", description = "The event's own position.")
    public Uni<Responses.AcceptedMessage> pin(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position) {
        return pin(conversation, position, true);
    }

    @DELETE
    @Path("pins/{position}")
    @Operation(operationId = "removePin", summary = "Unpins a message.")
    @APIResponse(responseCode = "200", description = "The event's own position.")
    public Uni<Responses.AcceptedMessage> unpin(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position) {
        return pin(conversation, position, false);
    }

    private Uni<Responses.AcceptedMessage> react(String conversation, String position, String emoji, boolean on) {
        String place = Places.id(conversation);
        long target = Places.position(position);
        if (!Emojis.isEmoji(emoji)) {
            throw ProblemException.invalid("emoji", "form", "must be one emoji");
        }
        return submit(new ClientFrame.React(ids.fresh(), place, target, emoji, on, null));
    }

    private Uni<Responses.AcceptedMessage> pin(String conversation, String position, boolean on) {
        String place = Places.id(conversation);
        return submit(new ClientFrame.Pin(ids.fresh(), place, Places.position(position), on, null));
    }

    private Uni<Responses.AcceptedMessage> submit(ClientFrame.Numbered frame) {
        return accept.submit(caller.userId(), frame)
                .map(Answers::accepted)
                .map(accepted -> Answers.body(accepted.frame()));
    }
}
