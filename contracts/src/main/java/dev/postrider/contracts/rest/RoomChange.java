package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import org.jspecify.annotations.Nullable;

@Doc("The fields of a room that changed; all of them in a room's first event.")
public record RoomChange(
        @Is(Shape.TEXT) @Nullable String name,
        @Is(Shape.TEXT) @Nullable String topic,
        @Nullable Visibility visibility,
        @Nullable Boolean archived,
        @Nullable Settings settings,

        @Doc("True: the room is gone for good, with all that was said in it. Never false.") @Nullable
        Boolean deleted) {
    /** Of a room that stays. */
    public RoomChange(
            @Nullable String name,
            @Nullable String topic,
            @Nullable Visibility visibility,
            @Nullable Boolean archived,
            @Nullable Settings settings) {
        this(name, topic, visibility, archived, settings, null);
    }

    /** That the room is gone. */
    public static RoomChange deletion() {
        return new RoomChange(null, null, null, null, null, true);
    }

    /** Whether this is the end of the room. */
    public boolean ends() {
        return Boolean.TRUE.equals(deleted);
    }

    public enum Visibility {
        @com.fasterxml.jackson.annotation.JsonProperty("public")
        PUBLIC,
        @com.fasterxml.jackson.annotation.JsonProperty("private")
        PRIVATE
    }
}
