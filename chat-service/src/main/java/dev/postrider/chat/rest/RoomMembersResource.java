package dev.postrider.chat.rest;

import dev.postrider.base.identity.Caller;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.room.MemberList;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.chat.room.Rooms;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final MemberList list;

    RoomMembersResource(Caller caller, Rooms rooms, MemberList list) {
        this.caller = caller;
        this.rooms = rooms;
        this.list = list;
    }

    @GET
    @Path("members")
    @RolesAllowed("read")
    @Operation(operationId = "listMembers", summary = "Who is in a room, for its members.")
    @APIResponse(responseCode = "200", description = "The highest roles first, then who has been there longest.")
    public Uni<Responses.ManyMembers> members(
            @PathParam("room") String id,
            @Parameter(description = "What username or shown name must contain, without case.")
                    @QueryParam("query")
                    @Nullable
                    String query,
            @QueryParam("role") @Nullable String role,
            @Parameter(description = "What next said.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, 50 if not given.") @QueryParam("limit") @Nullable Integer limit) {
        MemberList.Query asked =
                new MemberList.Query(Paging.query(query), role(role), Paging.place(after), Paging.limit(limit));
        return list.of(Places.room(id), caller.userId(), asked)
                .map(found -> new Responses.ManyMembers(
                        found.members().stream()
                                .map(one -> new Responses.OneMember(one.user(), one.role(), one.joinedAt()))
                                .toList(),
                        found.total(),
                        Paging.next(found.next())));
    }

    @GET
    @Path("bans")
    @RolesAllowed("read")
    @Operation(operationId = "listBans", summary = "Who is banned, for those who run the room.")
    @APIResponse(responseCode = "200", description = "In a fixed order.")
    public Uni<Responses.ManyBans> bans(
            @PathParam("room") String id,
            @Parameter(description = "What next said.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 200, 50 if not given.") @QueryParam("limit") @Nullable Integer limit) {
        return list.bans(Places.room(id), caller.userId(), Paging.place(after), Paging.limit(limit))
                .map(found -> new Responses.ManyBans(
                        found.entries().stream().map(Responses.OneBan::new).toList(), Paging.next(found.next())));
    }

    private static Role.@Nullable Name role(@Nullable String given) {
        if (given == null) {
            return null;
        }
        return Stream.of(Role.Name.values())
                .filter(role -> role.name().equals(given))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("role", "form", "is owner, admin, member or reader"));
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
