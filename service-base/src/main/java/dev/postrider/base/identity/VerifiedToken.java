package dev.postrider.base.identity;

import java.time.Instant;
import java.util.Set;

/** An access token that was genuine, in time and of a living session when it was looked at. */
public record VerifiedToken(String userId, String sessionId, Set<String> scopes, Instant expiresAt) {
    public VerifiedToken {
        scopes = Set.copyOf(scopes);
    }
}
