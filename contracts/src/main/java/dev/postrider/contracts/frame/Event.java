package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a conversation and stands in {@code chat.log} under its key. Before the append an event is
 * <em>unstamped</em> (position {@link #UNSTAMPED}, at {@link Instant#EPOCH}); the log's offset and time stamp it.
 */
public sealed interface Event extends ServerFrame {
    long UNSTAMPED = -1;

    String conversation();

    long position();

    Instant at();

    /** The same event where the log put it. */
    Event stamped(long position, Instant at);

    /** An event that answers a client's numbered frame: (conversation, from, id) names it once and for ever. */
    sealed interface Identified extends Event {
        String id();

        String from();
    }

    @JsonTypeName("message")
    @Doc("A message; of feeds with key, value and data.")
    record Message(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,

            @Doc("The sender, or a feed's id.") @Is(Shape.TEXT)
            String from,

            @Is(Shape.BODY) String body,
            @Is(Shape.INSTANT) Instant at,

            @Doc("The position quoted.") @Is(Shape.POSITION) @Nullable
            Long replyTo,

            @Doc("The position of the thread's root.") @Is(Shape.POSITION) @Nullable
            Long thread,

            @Is(value = Shape.USER_ID, maxItems = 50) @Nullable
            List<String> mentions,

            @Nullable Everyone everyone,
            @Is(Shape.TEXT) @Nullable String key,
            @Nullable Double value,
            @Nullable JsonNode data)
            implements Identified {
        /** A person's message. */
        public static Message of(String from, ClientFrame.Send send) {
            return new Message(
                    send.conversation(),
                    UNSTAMPED,
                    send.id(),
                    from,
                    send.body(),
                    Instant.EPOCH,
                    send.replyTo(),
                    send.thread(),
                    send.mentions(),
                    send.everyone(),
                    null,
                    null,
                    null);
        }

        @Override
        public Message stamped(long newPosition, Instant newAt) {
            return new Message(
                    conversation,
                    newPosition,
                    id,
                    from,
                    body,
                    newAt,
                    replyTo,
                    thread,
                    mentions,
                    everyone,
                    key,
                    value,
                    data);
        }
    }

    @JsonTypeName("edited")
    @Doc("A message's text was replaced.")
    record Edited(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,
            @Doc("The message edited.") @Is(Shape.POSITION) long target,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.BODY) String body,

            @Is(value = Shape.USER_ID, maxItems = 50) @Nullable
            List<String> mentions)
            implements Identified {
        @Override
        public Edited stamped(long newPosition, Instant newAt) {
            return new Edited(conversation, newPosition, id, target, from, newAt, body, mentions);
        }
    }

    @JsonTypeName("deleted")
    @Doc("A message was deleted for everybody; wins for ever.")
    record Deleted(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,
            @Doc("The message deleted.") @Is(Shape.POSITION) long target,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at)
            implements Identified {
        @Override
        public Deleted stamped(long newPosition, Instant newAt) {
            return new Deleted(conversation, newPosition, id, target, from, newAt);
        }
    }

    @JsonTypeName("reacted")
    @Doc("A reaction was set or taken back.")
    record Reacted(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,

            @Doc("The message reacted to.") @Is(Shape.POSITION)
            long target,

            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.EMOJI) String emoji,
            boolean on)
            implements Identified {
        @Override
        public Reacted stamped(long newPosition, Instant newAt) {
            return new Reacted(conversation, newPosition, id, target, from, newAt, emoji, on);
        }
    }

    @JsonTypeName("pinned")
    @Doc("A message was pinned or unpinned.")
    record Pinned(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.EVENT_ID) String id,
            @Doc("The message pinned.") @Is(Shape.POSITION) long target,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at,
            boolean on)
            implements Identified {
        @Override
        public Pinned stamped(long newPosition, Instant newAt) {
            return new Pinned(conversation, newPosition, id, target, from, newAt, on);
        }
    }

    @JsonTypeName("voided")
    @Doc("That id will never appear: its sender gave it up, or was refused after a repeat.")
    record Voided(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.EVENT_ID) String id,
            @Is(Shape.INSTANT) Instant at)
            implements Identified {
        @Override
        public Voided stamped(long newPosition, Instant newAt) {
            return new Voided(conversation, newPosition, from, id, newAt);
        }
    }

    @JsonTypeName("read")
    @Doc("Somebody has read everything up to a position.")
    record Read(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.MARK) long upTo,
            @Is(Shape.INSTANT) Instant at)
            implements Event {
        @Override
        public Read stamped(long newPosition, Instant newAt) {
            return new Read(conversation, newPosition, from, upTo, newAt);
        }
    }

    @JsonTypeName("delivered")
    @Doc("Everything up to a position has reached one of somebody's devices.")
    record Delivered(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.MARK) long upTo,
            @Is(Shape.INSTANT) Instant at)
            implements Event {
        @Override
        public Delivered stamped(long newPosition, Instant newAt) {
            return new Delivered(conversation, newPosition, from, upTo, newAt);
        }
    }

    @JsonTypeName("joined")
    @Doc("People became members.")
    record Joined(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) List<String> users,
            Role.Name role,
            @Is(Shape.INSTANT) Instant at,

            @Doc("The room's change number: registers take the highest, a repeat is dead.") @Is(Shape.COUNT) @Nullable
            Long change)
            implements Event {
        @Override
        public Joined stamped(long newPosition, Instant newAt) {
            return new Joined(conversation, newPosition, from, users, role, newAt, change);
        }
    }

    @JsonTypeName("left")
    @Doc("Somebody is no member any more.")
    record Left(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) String user,
            @Is(Shape.INSTANT) Instant at,
            LeaveReason reason,
            @Is(Shape.COUNT) @Nullable Long change)
            implements Event {
        @Override
        public Left stamped(long newPosition, Instant newAt) {
            return new Left(conversation, newPosition, from, user, newAt, reason, change);
        }
    }

    @JsonTypeName("role")
    @Doc("Somebody's role changed.")
    record Role(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.USER_ID) String user,
            @Is(Shape.INSTANT) Instant at,
            Role.Name role,
            @Is(Shape.COUNT) @Nullable Long change)
            implements Event {
        /** What a member may do; each includes what stands before it. */
        public enum Name {
            reader,
            member,
            admin,
            owner
        }

        @Override
        public Role stamped(long newPosition, Instant newAt) {
            return new Role(conversation, newPosition, from, user, newAt, role, change);
        }
    }

    @JsonTypeName("room")
    @Doc("Something about the room itself changed; its first event names every field.")
    record Room(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.USER_ID) String from,
            @Is(Shape.INSTANT) Instant at,
            RoomChange changed,
            @Is(Shape.COUNT) @Nullable Long change)
            implements Event {
        @Override
        public Room stamped(long newPosition, Instant newAt) {
            return new Room(conversation, newPosition, from, newAt, changed, change);
        }
    }

    @JsonTypeName("mine")
    @Doc("One's own settings of a conversation; stands in one's own stream.")
    record Mine(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.CONVERSATION_ID) String about,
            Settings.Mine mine)
            implements Event {
        @Override
        public Mine stamped(long newPosition, Instant newAt) {
            return new Mine(conversation, newPosition, newAt, about, mine);
        }
    }

    @JsonTypeName("blocked")
    @Doc("One blocked somebody, or not any more; stands in one's own stream.")
    record Blocked(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) long position,
            @Is(Shape.INSTANT) Instant at,
            @Is(Shape.USER_ID) String user,
            boolean on)
            implements Event {
        @Override
        public Blocked stamped(long newPosition, Instant newAt) {
            return new Blocked(conversation, newPosition, newAt, user, on);
        }
    }
}
