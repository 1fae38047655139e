package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server may say on the socket: answers, ephemeral news, and every {@link Event}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerFrame permits Event, ServerFrame.Session, ServerFrame.Answer, ServerFrame.Ephemeral {

    /** About the socket itself. */
    sealed interface Session extends ServerFrame {}

    /** The definite answer to a client's frame. */
    sealed interface Answer extends ServerFrame {}

    /** May be late or lost; the first to be shed for a slow reader. */
    sealed interface Ephemeral extends ServerFrame {}

    @JsonTypeName("welcome")
    @Doc("The socket is served: catch up to through. May come again at any time.")
    record Welcome(
            @Doc("Names this socket.") @Is(Shape.TEXT) String session,
            User user,
            @Doc("The server's time.") @Is(Shape.INSTANT) Instant at,

            @Doc("Give it to GET /api/sync.") @Is(Shape.CURSOR)
            String through,

            Limits limits,
            @Is(Shape.SECONDS) int heartbeatSeconds,

            @Doc("The token's remaining life.") @Is(Shape.SECONDS)
            long expiresInSeconds)
            implements Session {}

    @JsonTypeName("checkpoint")
    @Doc("Please sync up to there.")
    record Checkpoint(@Is(Shape.CURSOR) String through) implements Session {}

    @JsonTypeName("draining")
    @Doc("This node stops; reconnect after the delay.")
    record Draining(@Is(Shape.MILLIS) long reconnectAfterMillis) implements Session {}

    @JsonTypeName("renewed")
    @Doc("The socket goes on with the new token.")
    record Renewed(@Is(Shape.SECONDS) long expiresInSeconds) implements Session {}

    @JsonTypeName("pong")
    @Doc("Answers ping.")
    record Pong(
            @Is(Shape.TEXT) String nonce, @Is(Shape.INSTANT) Instant at) implements Session {}

    @JsonTypeName("accepted")
    @Doc("Durable, and handed to every recipient's channel. The same again for a repeated id.")
    record Accepted(
            @Is(Shape.EVENT_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.INSTANT) Instant at)
            implements Answer {}

    @JsonTypeName("rejected")
    @Doc("No attempt made so far with this id will ever appear.")
    record Rejected(
            @Doc("The id refused, where the frame had one.") @Is(Shape.TEXT) @Nullable
            String id,

            @Doc("The type refused.") @Is(Shape.TEXT) @Nullable
            String of,

            RejectCode code,
            @Is(Shape.TEXT) String detail,
            @Is(Shape.MILLIS) @Nullable Long retryAfterMillis)
            implements Answer {}

    @JsonTypeName("draft")
    @Doc("A draft changed on another of one's devices; null where it is gone.")
    record Draft(
            @Is(Shape.CONVERSATION_ID) String about,
            @JsonInclude(JsonInclude.Include.ALWAYS) dev.postrider.contracts.rest.@Nullable Draft draft)
            implements Ephemeral {}

    @JsonTypeName("value")
    @Doc("The newest value under a key of a latest feed.")
    record Value(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.TEXT) String key,
            @Is(Shape.COUNT) long revision,
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.BODY) @Nullable String body,
            @Nullable Double value,
            @Nullable JsonNode data)
            implements Ephemeral {}

    @JsonTypeName("typing")
    @Doc("Somebody is writing; shown for six seconds.")
    record Typing(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.POSITION) @Nullable Long thread)
            implements Ephemeral {}

    @JsonTypeName("presence")
    @Doc("Who came and went among the watched; at most one frame in two seconds.")
    record Presence(List<PresenceState> users) implements Ephemeral {}

    @JsonTypeName("online")
    @Doc("Who is online in a watched room: first users, then came and went.")
    record Online(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.COUNT) int total,

            @Is(value = Shape.USER_ID, maxItems = 200) @Nullable
            List<String> users,

            @Is(Shape.USER_ID) @Nullable List<String> came,
            @Is(Shape.USER_ID) @Nullable List<String> went)
            implements Ephemeral {}

    @JsonTypeName("profile")
    @Doc("A watched person's profile changed.")
    record Profile(User user) implements Ephemeral {}
}
