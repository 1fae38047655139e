package dev.postrider.contracts.rest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("All that changed after a cursor, from one consistent read.")
public record SyncAnswer(
        @Doc("The only cursor there is; covers exactly what this answer holds.") @Is(Shape.CURSOR)
        String cursor,

        @Doc("History has not read up to through yet: ask again.")
        boolean behind,

        List<Changed> conversations) {

    /** A conversation's fields with what changed in it; of one's own stream, id, asOf, limited and events alone. */
    @Doc("A changed conversation: its present fields, and the events after the cursor.")
    public record Changed(
            @Is(Shape.CONVERSATION_ID) String id,
            Conversation.@Nullable Kind kind,
            @Is(Shape.TEXT) @Nullable String name,
            @Is(Shape.TEXT) @Nullable String topic,
            @Nullable Entry last,
            @Is(Shape.COUNT) @Nullable Integer unread,
            @Is(Shape.COUNT) @Nullable Integer mentions,
            @Is(Shape.MARK) @Nullable Long readPosition,
            @Is(Shape.POSITION) @Nullable Long firstUnread,
            @Is(Shape.COUNT) @Nullable Integer memberCount,
            @Nullable List<User> members,
            Event.Role.@Nullable Name role,
            Settings.@Nullable Mine mine,
            @Nullable List<Marks> marks,
            @Is(Shape.MARK) long asOf,

            @Doc("Events are left out: forget all you held of it and load pages.")
            boolean limited,

            @Doc("You are no member any more.") @Nullable Boolean gone,
            List<Event> events) {

        public static Changed of(Conversation c, long asOf, boolean limited, List<Event> events) {
            return new Changed(
                    c.id(),
                    c.kind(),
                    c.name(),
                    c.topic(),
                    c.last(),
                    c.unread(),
                    c.mentions(),
                    c.readPosition(),
                    c.firstUnread(),
                    c.memberCount(),
                    c.members(),
                    c.role(),
                    c.mine(),
                    c.marks(),
                    asOf,
                    limited,
                    null,
                    events);
        }
    }
}
