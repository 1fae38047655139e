package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.chat.room.Rooms;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is in a room, and as what. */
@Path("/api/rooms/{room}")
@RolesAllowed("rooms")
@APIResponse(
        responseCode = "default",
        description = "A problem.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "rooms")
public class RoomMembersResource {
    private static final int USERS_MAX = 500;

    private final Caller caller;
    private final Rooms rooms;

    RoomMembersResource(Caller caller, Rooms rooms) {
        this.caller = caller;
        this.rooms = rooms;
    }

    @POST
    @Path("members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addMembers", summary = "Makes members of many, by one event.")
    @APIResponse(responseCode = "200", description = "Who was added, and who was left out and why.")
    public Uni<Responses.AddedToRoom> add(@PathParam("room") String id, Requests.@Nullable NewMembers request) {
        Requests.NewMembers given = request == null ? new Requests.NewMembers(null, null) : request;
        new FieldChecks()
                .require("users", given.users())
                .users("users", given.users(), USERS_MAX)
                .throwIfWrong();
        RoomCommand.Add add = new RoomCommand.Add(
                Objects.requireNonNull(given.users()), Objects.requireNonNullElse(given.role(), Role.Name.member));
        return rooms.add(Places.room(id), caller.userId(), add).map(RoomMembersResource::body);
    }

    @PUT
    @Path("members/{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMember", summary = "Adds one, or changes their role; owner hands the room over.")
    @APIResponse(responseCode = "204", description = "It is so.")
    public Uni<Void> put(
            @PathParam("room") String id, @PathParam("user") String user, Requests.@Nullable NewRole request) {
        Role.Name role = request == null ? null : request.role();
        new FieldChecks().require("role", role).throwIfWrong();
        return rooms.appoint(
                Places.room(id),
                caller.userId(),
                new RoomCommand.Appoint(Places.user(user), Objects.requireNonNull(role)));
    }

    @DELETE
    @Path("members/{user}")
    @Operation(operationId = "removeMember", summary = "Removes one, who hears of nothing a second later.")
    @APIResponse(responseCode = "204", description = "No member any more.")
    public Uni<Void> remove(
            @PathParam("room") String id,
            @PathParam("user") String user,
            @QueryParam("ban") @DefaultValue("false") boolean ban) {
        return rooms.command(Places.room(id), caller.userId(), new RoomCommand.Remove(Places.user(user), ban))
                .replaceWithVoid();
    }

    @DELETE
    @Path("bans/{user}")
    @Operation(operationId = "unban", summary = "Lets somebody who was banned join again.")
    @APIResponse(responseCode = "204", description = "Not banned.")
    public Uni<Void> unban(@PathParam("room") String id, @PathParam("user") String user) {
        return rooms.command(Places.room(id), caller.userId(), new RoomCommand.Unban(Places.user(user)))
                .replaceWithVoid();
    }

    private static Responses.AddedToRoom body(Rooms.Added added) {
        return new Responses.AddedToRoom(
                added.users(),
                added.skipped().entrySet().stream()
                        .map(one -> new Responses.Skipped(one.getKey(), one.getValue()))
                        .toList());
    }
}
