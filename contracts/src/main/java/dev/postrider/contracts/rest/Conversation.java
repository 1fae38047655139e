package dev.postrider.contracts.rest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("A conversation as one of its members sees it.")
public record Conversation(
        @Is(Shape.CONVERSATION_ID) String id,
        Kind kind,
        @Is(Shape.TEXT) String name,
        @Is(Shape.TEXT) @Nullable String topic,
        @Doc("The newest entry.") @Nullable Entry last,

        @Doc("Exact to 999; 1000 means more.") @Is(Shape.COUNT)
        int unread,

        @Is(Shape.COUNT) int mentions,
        @Is(Shape.MARK) long readPosition,
        @Is(Shape.POSITION) @Nullable Long firstUnread,
        @Is(Shape.COUNT) @Nullable Integer memberCount,

        @Doc("In direct conversations and rooms of at most ten.") @Nullable
        List<User> members,

        Event.Role.@Nullable Name role,
        Settings.Mine mine,

        @Doc("How far each member has got; where marks of others are told.") @Nullable
        List<Marks> marks) {
    public enum Kind {
        dm,
        room,
        feed
    }
}
