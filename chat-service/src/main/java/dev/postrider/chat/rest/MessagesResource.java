package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.trace.Tracing;
import dev.postrider.chat.message.AcceptPath;
import dev.postrider.chat.message.Answer;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rule.Bodies;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** The frames {@code send}, {@code edit} and {@code delete} for programs without a socket. */
@Path("/api/conversations/{conversation}/messages")
@RolesAllowed("send")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "messages")
public class MessagesResource {
    private final Caller caller;
    private final AcceptPath accept;
    private final FrameIds ids;

    MessagesResource(Caller caller, AcceptPath accept, FrameIds ids) {
        this.caller = caller;
        this.accept = accept;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "sendMessage", summary = "Sends a message; durable once it is answered.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Responses.AcceptedMessage.class)))
    @APIResponse(
            responseCode = "200",
            description = "This id was accepted before: the first answer again.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Responses.AcceptedMessage.class)))
    public Uni<RestResponse<Responses.AcceptedMessage>> send(
            @PathParam("conversation") String conversation,
            @Context HttpHeaders headers,
            Requests.@Nullable NewMessage request) {
        String place = Places.id(conversation);
        return accept.submit(caller.userId(), frame(place, request), headers.getHeaderString(Tracing.HEADER))
                .map(Answers::accepted)
                .map(MessagesResource::created);
    }

    @PATCH
    @Path("{position}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "editMessage", summary = "Gives one's own message another text.")
    @APIResponse(responseCode = "200", description = "The edit's own position.")
    public Uni<Responses.AcceptedMessage> edit(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position,
            Requests.@Nullable NewText request) {
        String place = Places.id(conversation);
        long target = Places.position(position);
        return submit(frame(place, target, request)).map(accepted -> Answers.body(accepted.frame()));
    }

    @DELETE
    @Path("{position}")
    @Operation(operationId = "deleteMessage", summary = "Deletes one's own message for everybody, for ever.")
    @APIResponse(responseCode = "200", description = "The deletion's own position.")
    public Uni<Responses.AcceptedMessage> delete(
            @PathParam("conversation") String conversation,
            @Parameter(schema = @Schema(implementation = Long.class)) @PathParam("position") String position) {
        String place = Places.id(conversation);
        ClientFrame.Delete frame = new ClientFrame.Delete(ids.fresh(), place, Places.position(position), null);
        return submit(frame).map(accepted -> Answers.body(accepted.frame()));
    }

    private Uni<Answer.Accepted> submit(ClientFrame.Numbered frame) {
        return accept.submit(caller.userId(), frame).map(Answers::accepted);
    }

    private ClientFrame.Send frame(String conversation, Requests.@Nullable NewMessage request) {
        Requests.NewMessage given =
                request == null ? new Requests.NewMessage(null, null, null, null, null, null, null, null) : request;
        new FieldChecks()
                .messageId("id", given.id())
                .body("body", FieldChecks.normalised(given.body()))
                .position("replyTo", given.replyTo())
                .position("thread", given.thread())
                .users("mentions", given.mentions(), FieldChecks.MENTIONS_MAX)
                .reserved("attachments", given.attachments())
                .throwIfWrong();
        FrameIds.FrameId id = ids.of(given.id(), given.again());
        return new ClientFrame.Send(
                id.text(),
                conversation,
                Bodies.normalised(Objects.requireNonNull(given.body())),
                given.replyTo(),
                given.thread(),
                given.mentions(),
                given.everyone(),
                id.again());
    }

    private ClientFrame.Edit frame(String conversation, long target, Requests.@Nullable NewText request) {
        Requests.NewText given = request == null ? new Requests.NewText(null, null, null, null, null) : request;
        new FieldChecks()
                .messageId("id", given.id())
                .body("body", FieldChecks.normalised(given.body()))
                .users("mentions", given.mentions(), FieldChecks.MENTIONS_MAX)
                .reserved("attachments", given.attachments())
                .throwIfWrong();
        FrameIds.FrameId id = ids.of(given.id(), given.again());
        return new ClientFrame.Edit(
                id.text(),
                conversation,
                target,
                Bodies.normalised(Objects.requireNonNull(given.body())),
                given.mentions(),
                id.again());
    }

    private static RestResponse<Responses.AcceptedMessage> created(Answer.Accepted accepted) {
        Responses.AcceptedMessage body = Answers.body(accepted.frame());
        if (accepted.repeated()) {
            return RestResponse.ok(body);
        }
        String location = "/api/conversations/" + body.conversation() + "/messages/" + body.position();
        return ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }
}
