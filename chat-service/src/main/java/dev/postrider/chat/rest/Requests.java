package dev.postrider.chat.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests. Binding leaves null where a field was absent; {@link FieldChecks} judges them. */
final class Requests {
    private Requests() {}

    @Schema(name = "NewMessage", description = "A message to a conversation.")
    record NewMessage(
            @Schema(description = "A UUID of version 7 made by the caller; without it a retry may double.") @Nullable
            String id,

            @Schema(required = true, description = "1–8,000 code points and at most 32,000 bytes of UTF-8.") @Nullable
            String body,

            @Schema(description = "The position quoted.") @Nullable
            Long replyTo,

            @Schema(description = "The position of the thread's root.") @Nullable
            Long thread,

            @Schema(description = "At most 50 users.") @Nullable
            List<String> mentions,

            @Nullable Everyone everyone,

            @Schema(
                    description =
                            "False: this id was never sent before. Else the log is asked, which takes a little longer.")
            @Nullable
            Boolean again,

            @Schema(hidden = true) @Nullable JsonNode attachments) {}

    @Schema(name = "NewText", description = "Another text for a message.")
    record NewText(
            @Schema(description = "A UUID of version 7 made by the caller.") @Nullable
            String id,

            @Schema(required = true, description = "1–8,000 code points and at most 32,000 bytes of UTF-8.") @Nullable
            String body,

            @Schema(description = "At most 50 users.") @Nullable
            List<String> mentions,

            @Schema(
                    description =
                            "False: this id was never sent before. Else the log is asked, which takes a little longer.")
            @Nullable
            Boolean again,

            @Schema(hidden = true) @Nullable JsonNode attachments) {}

    @Schema(name = "ReadUpTo", description = "Everything up to the position has been read.")
    record ReadUpTo(
            @Schema(required = true, description = "A position, or −1 for before the first.") @Nullable
            Long position,

            @Schema(description = "True moves the mark back.") @Nullable
            Boolean back) {}

    @Schema(name = "NewDraft", description = "What is not sent yet.")
    record NewDraft(
            @Schema(required = true, description = "1–8,000 code points and at most 32,000 bytes of UTF-8.") @Nullable
            String body,

            @Schema(description = "The position quoted.") @Nullable
            Long replyTo,

            @Schema(description = "The position of the thread's root.") @Nullable
            Long thread,

            @Schema(hidden = true) @Nullable JsonNode attachments) {}

    @Schema(name = "NewRoom", description = "A room to be made.")
    record NewRoom(
            @Schema(required = true, description = "A line of 1 to 80 characters; unique among public rooms.") @Nullable
            String name,

            @Schema(description = "A line of up to 250 characters.") @Nullable
            String topic,

            @Schema(required = true) RoomChange.@Nullable Visibility visibility,
            @Nullable NewSettings settings) {}

    @Schema(name = "NewSettings", description = "What is left out is as the contract's defaults have it.")
    record NewSettings(
            Settings.@Nullable Visible history,
            Settings.@Nullable Who posting,
            Settings.@Nullable Who invite,
            Settings.@Nullable Who everyone,

            @Schema(description = "Members may send one message in so many seconds; up to 21,600, 0 where absent.")
            @Nullable
            Integer slowModeSeconds,

            @Schema(description = "1 to 3,650; for ever where absent.") @Nullable
            Integer retentionDays) {
        static final NewSettings NONE = new NewSettings(null, null, null, null, null, null);

        Settings orDefaults() {
            Settings defaults = Settings.DEFAULTS;
            return new Settings(
                    Objects.requireNonNullElse(history, defaults.history()),
                    Objects.requireNonNullElse(posting, defaults.posting()),
                    Objects.requireNonNullElse(invite, defaults.invite()),
                    Objects.requireNonNullElse(everyone, defaults.everyone()),
                    Objects.requireNonNullElse(slowModeSeconds, defaults.slowModeSeconds()),
                    retentionDays);
        }
    }

    @Schema(
            name = "RoomPatch",
            description = "What is absent stays; null clears topic, settings and each of them, and nothing else.")
    record ChangedRoom(
            @Schema(description = "A line of 1 to 80 characters; unique among public rooms.") @Nullable
            String name,

            @Schema(description = "A line of up to 250 characters.", nullable = true) @Nullable
            String topic,

            @Schema(description = "The owner's.") RoomChange.@Nullable Visibility visibility,

            @Schema(description = "The owner's: an archived room can be read, and no more.") @Nullable
            Boolean archived,

            @Schema(description = "retentionDays is the owner's.", nullable = true) @Nullable
            NewSettings settings) {}

    @Schema(name = "NewMembers", description = "Who is to become a member.")
    record NewMembers(
            @Schema(required = true, description = "At most 500 users.") @Nullable
            List<String> users,

            @Schema(description = "member where absent.") Event.Role.@Nullable Name role) {}

    @Schema(name = "Joining")
    record Joining(
            @Schema(description = "An invitation's code; opens private rooms.") @Nullable
            String invite) {}

    @Schema(name = "NewInvite")
    record NewInvite(
            @Schema(description = "When it ends; never where absent.") @Nullable
            Instant expiresAt,

            @Schema(description = "How many may join by it, 1 to 10,000; any number where absent.") @Nullable
            Integer uses) {}

    @Schema(name = "MinePatch", description = "What is absent stays; null clears.")
    record ChangedMine(
            @JsonProperty("notify") Settings.@Nullable Notify notifyOf,
            @Schema(nullable = true) @Nullable Instant mutedUntil,
            @Nullable Boolean favourite,

            @Schema(description = "Ends with the next message.") @Nullable
            Boolean hidden) {}

    @Schema(name = "Flagging")
    record Flagging(
            @Schema(description = "A line of up to 500 characters.") @Nullable
            String reason) {}

    @Schema(name = "FlagPatch")
    record Deciding(
            @Schema(required = true, description = "open, kept or removed.") @Nullable
            String state) {}

    @Schema(name = "NewRole")
    record NewRole(@Schema(required = true) Event.Role.@Nullable Name role) {}
}
