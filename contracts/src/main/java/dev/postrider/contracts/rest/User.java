package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person or bot. The last three components are given of oneself, and to administrators. */
@Doc("A person or bot; role, availability and createdAt are given of oneself, and to administrators.")
public record User(
        @Is(Shape.USER_ID) String id,
        @Is(Shape.USERNAME) String username,
        @Is(Shape.TEXT) String displayName,
        @Doc("#rrggbb, for the avatar.") @Is(Shape.TEXT) String color,
        boolean bot,
        @Nullable Status status,
        @Nullable Boolean deactivated,
        @Nullable UserRole role,
        @Nullable Availability availability,
        @Is(Shape.INSTANT) @Nullable Instant createdAt) {

    /** What others may see. */
    public User publicly() {
        return new User(id, username, displayName, color, bot, status, deactivated, null, null, null);
    }

    /** What other services may know: presence is told by availability. */
    public User forServices() {
        return new User(id, username, displayName, color, bot, status, deactivated, null, availability, null);
    }

    /** The same without a status that is over then. */
    public User asOf(Instant now) {
        boolean over =
                status != null && status.until() != null && !status.until().isAfter(now);
        return over
                ? new User(id, username, displayName, color, bot, null, deactivated, role, availability, createdAt)
                : this;
    }

    @Doc("What somebody says about the moment.")
    public record Status(
            @Is(Shape.TEXT) String text,
            @Is(Shape.EMOJI) @Nullable String emoji,
            @Is(Shape.INSTANT) @Nullable Instant until) {}

    /** Names as on the wire. */
    public enum UserRole {
        user,
        admin
    }

    /** Names as on the wire. */
    public enum Availability {
        auto,
        away,
        dnd
    }
}
