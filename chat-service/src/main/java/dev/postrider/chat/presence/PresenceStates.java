package dev.postrider.chat.presence;

import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts together what is told of somebody. */
final class PresenceStates {
    private PresenceStates() {}

    /** Last seen only of those who are not online; a status only until it is over. */
    static PresenceState of(String user, boolean online, @Nullable Seen seen, @Nullable User profile, Instant now) {
        return new PresenceState(
                user,
                online,
                online || seen == null ? null : seen.lastSeen(),
                availability(profile),
                status(profile, now));
    }

    private static User.Availability availability(@Nullable User profile) {
        return profile == null || profile.availability() == null ? User.Availability.auto : profile.availability();
    }

    private static User.@Nullable Status status(@Nullable User profile, Instant now) {
        User.Status status = profile == null ? null : profile.status();
        return status != null && status.until() != null && status.until().isBefore(now) ? null : status;
    }
}
