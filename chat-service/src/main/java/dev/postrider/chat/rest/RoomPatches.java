package dev.postrider.chat.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.chat.room.RoomPatch;
import dev.postrider.contracts.rest.RoomChange.Visibility;
import dev.postrider.contracts.rest.Settings;
import org.jspecify.annotations.Nullable;

/** A change of a room, as it is asked for: every field judged, all that is wrong told at once. */
final class RoomPatches {
    static final int NAME_CHARS_MAX = 80;
    static final int TOPIC_CHARS_MAX = 250;
    static final int SLOW_SECONDS_MAX = 21_600;
    static final int RETENTION_DAYS_MAX = 3_650;

    private RoomPatches() {}

    static RoomPatch of(@Nullable JsonNode body) {
        FieldChecks checks = new FieldChecks();
        MergePatch patch = MergePatch.of(body, checks);
        String name = patch.value("name", String.class);
        String topic = patch.value("topic", String.class, "");
        RoomPatch read = new RoomPatch(
                name,
                topic,
                patch.value("visibility", Visibility.class),
                patch.value("archived", Boolean.class),
                settings(patch, checks));
        checks.line("name", name, 1, NAME_CHARS_MAX)
                .line("topic", topic, 0, TOPIC_CHARS_MAX)
                .throwIfWrong();
        return read;
    }

    private static RoomPatch.@Nullable OfSettings settings(MergePatch room, FieldChecks checks) {
        if (!room.has("settings")) {
            return null;
        }
        if (room.clears("settings")) {
            return RoomPatch.OfSettings.CLEARED;
        }
        MergePatch patch = room.within("settings");
        Settings defaults = Settings.DEFAULTS;
        Integer slowSeconds = patch.value("slowModeSeconds", Integer.class, defaults.slowModeSeconds());
        checks.range("settings.slowModeSeconds", slowSeconds, 0, SLOW_SECONDS_MAX);
        return new RoomPatch.OfSettings(
                patch.value("history", Settings.Visible.class, defaults.history()),
                patch.value("posting", Settings.Who.class, defaults.posting()),
                patch.value("invite", Settings.Who.class, defaults.invite()),
                patch.value("everyone", Settings.Who.class, defaults.everyone()),
                slowSeconds,
                retention(patch, checks));
    }

    private static RoomPatch.@Nullable Retention retention(MergePatch patch, FieldChecks checks) {
        if (patch.clears("retentionDays")) {
            return new RoomPatch.Retention(null);
        }
        Integer days = patch.value("retentionDays", Integer.class);
        checks.range("settings.retentionDays", days, 1, RETENTION_DAYS_MAX);
        return days == null ? null : new RoomPatch.Retention(days);
    }
}
