package dev.postrider.chat.rest;

import dev.postrider.chat.flag.Flag;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Draft;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.Room;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of answers. */
final class Responses {
    private Responses() {}

    @Schema(name = "AcceptedMessage", description = "Durable, and handed to every recipient's channel.")
    record AcceptedMessage(
            @Schema(required = true) String id,
            @Schema(required = true) String conversation,
            @Schema(required = true) long position,
            @Schema(required = true) Instant at) {}

    @Schema(name = "DraftAnswer")
    record OneDraft(@Schema(required = true) Draft draft) {}

    @Schema(name = "Drafts")
    record ManyDrafts(@Schema(required = true) List<Draft> drafts) {}

    @Schema(name = "PresenceAnswer")
    record WhoIsThere(@Schema(required = true) List<PresenceState> users) {}

    @Schema(name = "OnlineAnswer")
    record OnlineHere(
            @Schema(required = true) List<User> users,
            @Schema(required = true) int total,

            @Schema(description = "Pass it as after for more.") @Nullable
            String next) {}

    @Schema(name = "RoomAnswer")
    record OneRoom(@Schema(required = true) Room room) {}

    @Schema(name = "Rooms")
    record ManyRooms(
            @Schema(required = true) List<Room> rooms,

            @Schema(description = "Pass it as after for more.") @Nullable
            String next) {}

    @Schema(name = "Added")
    record AddedToRoom(
            @Schema(required = true) List<String> added,
            @Schema(required = true) List<Skipped> skipped) {}

    @Schema(name = "Skipped", description = "Somebody who was not added.")
    record Skipped(
            @Schema(required = true) String id,

            @Schema(required = true, description = "member, banned, full, rooms (in too many of them) or not-found.")
            String code) {}

    @Schema(name = "Member", description = "Somebody in a room.")
    record OneMember(
            @Schema(required = true) User user,
            @Schema(required = true) Event.Role.Name role,
            @Schema(required = true) Instant joinedAt) {}

    @Schema(name = "Members")
    record ManyMembers(
            @Schema(required = true) List<OneMember> members,

            @Schema(required = true, description = "How many there are in that role and with that name.")
            int total,

            @Schema(description = "Pass it as after for more.") @Nullable
            String next) {}

    @Schema(name = "Invite", description = "Whoever holds the code may join, and so may be shown the link.")
    record OneInvite(
            @Schema(required = true) String code,
            @Schema(required = true) String url,
            @Nullable Instant expiresAt,

            @Schema(description = "How many more may join by it; absent for any number.") @Nullable
            Integer usesLeft) {}

    @Schema(name = "InviteAnswer")
    record NewInvite(@Schema(required = true) OneInvite invite) {}

    @Schema(name = "Invites")
    record ManyInvites(@Schema(required = true) List<OneInvite> invites) {}

    @Schema(name = "RoomPreview", description = "What is told of a room to whoever holds a code.")
    record RoomPreview(
            @Schema(required = true) String id,
            @Schema(required = true) String name,
            @Schema(required = true) String topic,
            @Schema(required = true) int memberCount) {}

    @Schema(name = "RoomPreviewAnswer")
    record OnePreview(@Schema(required = true) RoomPreview room) {}

    @Schema(name = "Ban")
    record OneBan(@Schema(required = true) User user) {}

    @Schema(name = "Bans")
    record ManyBans(
            @Schema(required = true) List<OneBan> bans,

            @Schema(description = "Pass it as after for more.") @Nullable
            String next) {}

    @Schema(name = "MineAnswer")
    record OneMine(@Schema(required = true) Settings.Mine mine) {}

    @Schema(name = "OwnFlag", description = "A flag, for whoever set it.")
    record OwnFlag(
            @Schema(required = true) String id,
            @Schema(required = true) String conversation,
            @Schema(required = true) long position,
            @Nullable String reason,
            @Schema(required = true) Instant createdAt) {}

    @Schema(name = "OwnFlagAnswer")
    record NewFlag(@Schema(required = true) OwnFlag flag) {}

    @Schema(name = "FlaggedMessage")
    record FlaggedMessage(
            @Schema(required = true) String from,
            @Schema(required = true) String body,
            @Schema(required = true) Instant at) {}

    @Schema(name = "Flag", description = "A flag, for administrators.")
    record AdminFlag(
            @Schema(required = true) String id,
            @Schema(required = true) String conversation,
            @Schema(required = true) long position,

            @Schema(description = "As it reads now; absent once it is deleted.") @Nullable
            FlaggedMessage message,

            @Schema(required = true, description = "Who flagged it.")
            String by,

            @Nullable String reason,
            @Schema(required = true) Flag.State state,
            @Schema(required = true) Instant createdAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    @Schema(name = "FlagAnswer")
    record OneFlag(@Schema(required = true) AdminFlag flag) {}

    @Schema(name = "Flags")
    record ManyFlags(
            @Schema(required = true) List<AdminFlag> flags,

            @Schema(description = "Pass it as after for more.") @Nullable
            String next) {}

    @Schema(name = "ActivityOfDay")
    record OneDay(
            @Schema(required = true) String day,
            @Schema(required = true) long messages,

            @Schema(required = true, description = "How many people wrote.")
            int people) {}

    @Schema(name = "Activity")
    record ManyDays(@Schema(required = true) List<OneDay> days) {}

    @Schema(name = "Blocks")
    record Blocked(@Schema(required = true) List<User> users) {}
}
