package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client may say on the socket. {@link FrameCheck} judges the values; a record here only holds them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientFrame {

    /** A frame that is answered by {@code accepted} or {@code rejected}, or by silence when nobody can know. */
    sealed interface Numbered extends ClientFrame {
        String id();

        String conversation();

        /** True on every repeat of an id that was not answered. */
        @Nullable
        Boolean again();

        default boolean repeated() {
            return Boolean.TRUE.equals(again());
        }
    }

    @JsonTypeName("send")
    @Doc("A message to a conversation.")
    record Send(
            @Is(Shape.MESSAGE_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.BODY) String body,

            @Doc("The position quoted.") @Is(Shape.POSITION) @Nullable
            Long replyTo,

            @Doc("The position of the thread's root.") @Is(Shape.POSITION) @Nullable
            Long thread,

            @Is(value = Shape.USER_ID, maxItems = 50) @Nullable
            List<String> mentions,

            @Nullable Everyone everyone,

            @Doc("True on every repeat of an id that was not answered.") @Nullable
            Boolean again)
            implements Numbered {}

    @JsonTypeName("edit")
    @Doc("Gives one's own message another text.")
    record Edit(
            @Is(Shape.MESSAGE_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Doc("The message to edit.") @Is(Shape.POSITION) long position,
            @Is(Shape.BODY) String body,

            @Is(value = Shape.USER_ID, maxItems = 50) @Nullable
            List<String> mentions,

            @Nullable Boolean again)
            implements Numbered {}

    @JsonTypeName("delete")
    @Doc("Deletes one's own message for everybody, for ever; admins may delete any in their room.")
    record Delete(
            @Is(Shape.MESSAGE_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,

            @Doc("The message to delete.") @Is(Shape.POSITION)
            long position,

            @Nullable Boolean again)
            implements Numbered {}

    @JsonTypeName("react")
    @Doc("Sets or takes back one's own reaction.")
    record React(
            @Is(Shape.MESSAGE_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,

            @Doc("The message reacted to.") @Is(Shape.POSITION)
            long position,

            @Is(Shape.EMOJI) String emoji,
            boolean on,
            @Nullable Boolean again)
            implements Numbered {}

    @JsonTypeName("pin")
    @Doc("Pins or unpins a message.")
    record Pin(
            @Is(Shape.MESSAGE_ID) String id,
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Doc("The message pinned.") @Is(Shape.POSITION) long position,
            boolean on,
            @Nullable Boolean again)
            implements Numbered {}

    @JsonTypeName("read")
    @Doc("Everything up to the position has been read.")
    record Read(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.MARK) long position,

            @Doc("True moves the mark back: mark unread.") @Nullable
            Boolean back)
            implements ClientFrame {}

    @JsonTypeName("delivered")
    @Doc("Everything up to the position has reached a device.")
    record Delivered(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.MARK) long position) implements ClientFrame {}

    @JsonTypeName("typing")
    @Doc("Somebody is writing; best effort.")
    record Typing(
            @Is(Shape.CONVERSATION_ID) String conversation,
            @Is(Shape.POSITION) @Nullable Long thread) implements ClientFrame {}

    @JsonTypeName("watch")
    @Doc("Whose presence, which rooms and which feeds to follow; each list given replaces the one before.")
    record Watch(
            @Is(value = Shape.USER_ID, maxItems = 500) @Nullable
            List<String> users,

            @Is(value = Shape.CONVERSATION_ID, maxItems = 20) @Nullable
            List<String> rooms,

            @Is(value = Shape.CONVERSATION_ID, maxItems = 20) @Nullable
            List<String> feeds)
            implements ClientFrame {}

    @JsonTypeName("renew")
    @Doc("The socket goes on with the token that the ticket stands for.")
    record Renew(@Is(Shape.TEXT) String ticket) implements ClientFrame {}

    @JsonTypeName("ping")
    @Doc("Answered by pong with the same nonce.")
    record Ping(@Is(Shape.TEXT) String nonce) implements ClientFrame {}
}
