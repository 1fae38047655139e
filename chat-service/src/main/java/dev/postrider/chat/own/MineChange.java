package dev.postrider.chat.own;

import dev.postrider.contracts.rest.Settings;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be different about their settings of a conversation; null leaves a field as it is. */
public record MineChange(
        Settings.@Nullable Notify notifyOf,
        @Nullable Muting muting,
        @Nullable Boolean favourite,
        @Nullable Boolean hidden) {

    /** Until then; null for not at all. */
    public record Muting(@Nullable Instant until) {}

    Settings.Mine onto(Settings.Mine now) {
        return new Settings.Mine(
                Objects.requireNonNullElse(notifyOf, now.notifyOf()),
                muting == null ? now.mutedUntil() : muting.until(),
                Objects.requireNonNullElse(favourite, now.favourite()),
                Objects.requireNonNullElse(hidden, now.hidden()));
    }
}
