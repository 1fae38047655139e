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
        @Nullable Settings settings) {
    public enum Visibility {
        @com.fasterxml.jackson.annotation.JsonProperty("public")
        PUBLIC,
        @com.fasterxml.jackson.annotation.JsonProperty("private")
        PRIVATE
    }
}
