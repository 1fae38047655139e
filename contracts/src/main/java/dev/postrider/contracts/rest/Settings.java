package dev.postrider.contracts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a room works, for all of its members. */
@Doc("How a room works, for all of its members.")
public record Settings(
        Visible history,
        Who posting,
        Who invite,
        Who everyone,
        @Is(Shape.SECONDS) int slowModeSeconds,
        @Is(Shape.COUNT) @Nullable Integer retentionDays) {
    public static final Settings DEFAULTS = new Settings(Visible.all, Who.members, Who.members, Who.admins, 0, null);

    /** From where on a member may read. */
    public enum Visible {
        all,
        joined
    }

    public enum Who {
        members,
        admins
    }

    /** One person's own settings of one conversation. */
    @Doc("One's own settings of a conversation.")
    public record Mine(
            @Doc("What to be notified of.") @JsonProperty("notify")
            Notify notifyOf,

            @Is(Shape.INSTANT) @Nullable Instant mutedUntil,
            boolean favourite,
            boolean hidden) {
        public static final Mine DEFAULTS = new Mine(Notify.all, null, false, false);
    }

    public enum Notify {
        all,
        mentions,
        none
    }
}
