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

    /** What one of two is told of the other where either has blocked the other: as of somebody never seen. */
    static PresenceState silent(String user) {
        return new PresenceState(user, false, null, User.Availability.auto, null);
    }

    private static User.Availability availability(@Nullable User profile) {
        return profile == null || profile.availability() == null ? User.Availability.auto : profile.availability();
    }

    private static User.@Nullable Status status(@Nullable User profile, Instant now) {
        return profile == null ? null : profile.asOf(now).status();
    }
}
