package dev.postrider.chat.room;

import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be different about a room; null leaves a field as it is. */
public record RoomPatch(
        @Nullable String name,
        @Nullable String topic,
        @Nullable Visibility visibility,
        @Nullable Boolean archived,
        @Nullable OfSettings settings) {

    /**
     * @param retention what to do about {@code retentionDays}, which alone may be absent from settings
     */
    public record OfSettings(
            Settings.@Nullable Visible history,
            Settings.@Nullable Who posting,
            Settings.@Nullable Who invite,
            Settings.@Nullable Who everyone,
            @Nullable Integer slowModeSeconds,
            @Nullable Retention retention) {
        /** As a new room without any. */
        public static final OfSettings CLEARED = new OfSettings(
                Settings.DEFAULTS.history(),
                Settings.DEFAULTS.posting(),
                Settings.DEFAULTS.invite(),
                Settings.DEFAULTS.everyone(),
                Settings.DEFAULTS.slowModeSeconds(),
                new Retention(Settings.DEFAULTS.retentionDays()));

        Settings onto(Settings now) {
            return new Settings(
                    or(history, now.history()),
                    or(posting, now.posting()),
                    or(invite, now.invite()),
                    or(everyone, now.everyone()),
                    or(slowModeSeconds, now.slowModeSeconds()),
                    retention == null ? now.retentionDays() : retention.days());
        }
    }

    /** For so many days; null is for ever. */
    public record Retention(@Nullable Integer days) {}

    /** Whether it touches what an owner alone may change. */
    boolean needsOwner() {
        return visibility != null || archived != null || (settings != null && settings.retention() != null);
    }

    boolean revives() {
        return Boolean.FALSE.equals(archived);
    }

    /** The fields that it makes different in a room that is so now. */
    RoomChange onto(RoomFacts now) {
        return new RoomChange(
                unless(name, now.name()),
                unless(topic, now.topic()),
                unless(visibility, now.visibility()),
                unless(archived, now.archived()),
                settings == null ? null : unless(settings.onto(now.settings()), now.settings()));
    }

    private static <T> T or(@Nullable T wanted, T now) {
        return Objects.requireNonNullElse(wanted, now);
    }

    private static <T> @Nullable T unless(@Nullable T wanted, T now) {
        return now.equals(wanted) ? null : wanted;
    }
}
