package dev.postrider.chat.rest;

import dev.postrider.contracts.rest.Draft;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.Room;
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

            @Schema(required = true, description = "member, banned, full or not-found.")
            String code) {}

    @Schema(name = "Blocks")
    record Blocked(@Schema(required = true) List<User> users) {}
}
