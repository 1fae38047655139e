package dev.postrider.chat.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.base.identity.Caller;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.chat.room.RoomList;
import dev.postrider.chat.room.Rooms;
import dev.postrider.contracts.rest.Problem;
import dev.postrider.contracts.rest.Room;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Rooms: making them, looking at them, joining and leaving. A call answers once the log has what it changed. */
@Path("/api/rooms")
@RolesAllowed("rooms")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "rooms")
public class RoomsResource {
    private final Caller caller;
    private final Rooms rooms;
    private final RoomList list;

    RoomsResource(Caller caller, Rooms rooms, RoomList list) {
        this.caller = caller;
        this.rooms = rooms;
        this.list = list;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRoom", summary = "Makes a room; the caller is its owner.")
    @APIResponse(
            responseCode = "201",
            description = "Made.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Responses.OneRoom.class)))
    public Uni<RestResponse<Responses.OneRoom>> create(Requests.@Nullable NewRoom request) {
        Requests.NewRoom given = request == null ? new Requests.NewRoom(null, null, null, null) : request;
        Requests.NewSettings settings = Objects.requireNonNullElse(given.settings(), Requests.NewSettings.NONE);
        new FieldChecks()
                .require("name", given.name())
                .line("name", given.name(), 1, RoomPatches.NAME_CHARS_MAX)
                .line("topic", given.topic(), 0, RoomPatches.TOPIC_CHARS_MAX)
                .require("visibility", given.visibility())
                .range("settings.slowModeSeconds", settings.slowModeSeconds(), 0, RoomPatches.SLOW_SECONDS_MAX)
                .range("settings.retentionDays", settings.retentionDays(), 1, RoomPatches.RETENTION_DAYS_MAX)
                .throwIfWrong();
        return rooms.found(
                        caller.userId(),
                        Objects.requireNonNull(given.name()),
                        Objects.requireNonNullElse(given.topic(), ""),
                        Objects.requireNonNull(given.visibility()),
                        settings.orDefaults())
                .map(RoomsResource::created);
    }

    @GET
    @RolesAllowed("read")
    @Operation(operationId = "findRooms", summary = "Public rooms that are not archived, by name.")
    @APIResponse(responseCode = "200", description = "In the order of their names.")
    public Uni<Responses.ManyRooms> find(
            @Parameter(description = "What name or topic must contain, without case.") @QueryParam("query") @Nullable
                    String query,
            @Parameter(description = "What next said.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, 50 if not given.") @QueryParam("limit") @Nullable Integer limit) {
        return list.find(caller.userId(), Paging.query(query), Paging.place(after), Paging.limit(limit))
                .map(found -> new Responses.ManyRooms(found.entries(), Paging.next(found.next())));
    }

    @GET
    @Path("{room}")
    @RolesAllowed("read")
    @Operation(operationId = "getRoom", summary = "A room as the caller may see it.")
    @APIResponse(responseCode = "200", description = "Public, or one of the caller's.")
    public Uni<Responses.OneRoom> get(@PathParam("room") String id) {
        return rooms.seenBy(Places.room(id), caller.userId()).map(Responses.OneRoom::new);
    }

    @PATCH
    @Path("{room}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeRoom", summary = "Changes a room; all of it or nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.ChangedRoom.class)))
    @APIResponse(responseCode = "200", description = "As it is now, and the log has it.")
    public Uni<Responses.OneRoom> change(@PathParam("room") String id, @Nullable JsonNode patch) {
        String room = Places.room(id);
        return changed(room, new RoomCommand.Change(RoomPatches.of(patch)));
    }

    @DELETE
    @Path("{room}")
    @Operation(operationId = "deleteRoom", summary = "Deletes a room for good, with all that was said in it.")
    @APIResponse(responseCode = "204", description = "It is not there any more, for anybody.")
    public Uni<Void> delete(@PathParam("room") String id) {
        return rooms.command(Places.room(id), caller.userId(), new RoomCommand.Delete())
                .replaceWithVoid();
    }

    @POST
    @Path("{room}/join")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "joinRoom",
            summary = "Joins a public room, or one to which one is invited; also where one is a member already.")
    @APIResponse(responseCode = "200", description = "A member, and the log has it.")
    public Uni<Responses.OneRoom> join(@PathParam("room") String id, Requests.@Nullable Joining request) {
        return changed(Places.room(id), new RoomCommand.Join(request == null ? null : request.invite()));
    }

    @POST
    @Path("{room}/leave")
    @Operation(operationId = "leaveRoom", summary = "Leaves; an owner's place goes to whoever served longest.")
    @APIResponse(responseCode = "204", description = "No member any more.")
    public Uni<Void> leave(@PathParam("room") String id) {
        return rooms.command(Places.room(id), caller.userId(), new RoomCommand.Leave())
                .replaceWithVoid();
    }

    private Uni<Responses.OneRoom> changed(String room, RoomCommand command) {
        String user = caller.userId();
        return rooms.command(room, user, command)
                .chain(() -> rooms.seenBy(room, user))
                .map(Responses.OneRoom::new);
    }

    private static RestResponse<Responses.OneRoom> created(Room room) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, new Responses.OneRoom(room))
                .header(HttpHeaders.LOCATION, "/api/rooms/" + room.id())
                .build();
    }
}
