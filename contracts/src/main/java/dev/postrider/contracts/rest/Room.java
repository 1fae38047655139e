package dev.postrider.contracts.rest;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Doc("A room as the caller may see it.")
public record Room(
        @Is(Shape.CONVERSATION_ID) String id,
        @Is(Shape.TEXT) String name,
        @Is(Shape.TEXT) String topic,
        RoomChange.Visibility visibility,
        boolean archived,
        @Is(Shape.COUNT) int memberCount,
        @Is(Shape.INSTANT) Instant createdAt,
        Settings settings,
        @Nullable Membership mine) {
    @Doc("The caller's own membership.")
    public record Membership(
            Event.Role.Name role, @Is(Shape.INSTANT) Instant joinedAt) {}
}
