package dev.postrider.base.identity;

import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token that was genuine, in time and of a living session when it was looked at.
 *
 * @param self who they were when it was signed, without status or role; null where it does not tell
 */
public record VerifiedToken(
        String userId,
        String sessionId,
        Set<String> scopes,
        Instant expiresAt,
        @Nullable User self) {
    public VerifiedToken {
        scopes = Set.copyOf(scopes);
    }
}
