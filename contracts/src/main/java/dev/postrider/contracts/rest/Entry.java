package dev.postrider.contracts.rest;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.frame.LeaveReason;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a page: messages in their present state, and the system lines between them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Entry {
    String conversation();

    long position();

    @JsonTypeName("message")
    @Doc("A message in its present state.")
    record Message(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,
            @Is(Shape.TEXT) String from,

            @Doc("Absent once deleted.") @Is(Shape.BODY) @Nullable
            String body,

            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.POSITION) @Nullable Long replyTo,
            @Is(Shape.POSITION) @Nullable Long thread,
            @Is(Shape.USER_ID) @Nullable List<String> mentions,
            @Nullable Everyone everyone,
            @Is(Shape.TEXT) @Nullable String key,
            @Nullable Double value,
            @Nullable JsonNode data,
            @Nullable EditedMark edited,
            @Nullable DeletedMark deleted,
            @Nullable List<Reaction> reactions,
            @Nullable Replies replies,
            @Nullable PinnedMark pinned)
            implements Entry {}

    @JsonTypeName("joined")
    @Doc("A system line: people became members.")
    record Joined(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) List<String> users,
            Event.Role.Name role,
            @Is(Shape.INSTANT) Instant at)
            implements Entry {}

    @JsonTypeName("left")
    @Doc("A system line: somebody is no member any more.")
    record Left(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) String user,
            @Is(Shape.INSTANT) Instant at,
            LeaveReason reason)
            implements Entry {}

    @JsonTypeName("role")
    @Doc("A system line: somebody's role changed.")
    record Role(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) String user,
            @Is(Shape.INSTANT) Instant at,
            Event.Role.Name role)
            implements Entry {}

    @JsonTypeName("room")
    @Doc("A system line: something about the room changed.")
    record Room(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at,
            RoomChange changed)
            implements Entry {}

    @Doc("When a message was last edited, and how often.")
    record EditedMark(
            @Is(Shape.INSTANT) Instant at, @Is(Shape.COUNT) int count) {}

    @Doc("When and by whom a message was deleted.")
    record DeletedMark(
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.USER_ID) String by) {}

    @Doc("When and by whom a message was pinned.")
    record PinnedMark(
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.USER_ID) String by) {}

    @Doc("One emoji under a message; users are the first ten.")
    record Reaction(
            @Is(Shape.EMOJI) String emoji,
            @Is(Shape.COUNT) int count,
            boolean mine,
            @Is(value = Shape.USER_ID, maxItems = 10) List<String> users) {}

    @Doc("The thread under a root.")
    record Replies(
            @Is(Shape.COUNT) int count,
            @Is(Shape.POSITION) long lastPosition,
            @Is(Shape.INSTANT) Instant lastAt) {}
}
