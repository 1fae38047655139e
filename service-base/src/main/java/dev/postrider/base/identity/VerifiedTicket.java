package dev.postrider.base.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A genuine ticket for a socket. Whoever takes it remembers {@code ticketId} until {@code expiresAt}, so that it is
 * taken once.
 *
 * @param until when the access that it stands for ends, unless renewed
 */
public record VerifiedTicket(
        String ticketId, String userId, String sessionId, Set<String> scopes, Instant expiresAt, Instant until) {
    public VerifiedTicket {
        scopes = Set.copyOf(scopes);
    }

    /** The access that this ticket gives. */
    public VerifiedToken access() {
        return new VerifiedToken(userId, sessionId, scopes, until, null);
    }
}
