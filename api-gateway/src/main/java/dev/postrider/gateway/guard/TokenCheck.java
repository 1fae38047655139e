package dev.postrider.gateway.guard;

import java.util.Optional;

/** Proves tokens; never blocks, never asks another part. Empty for every token that is not good now. */
public interface TokenCheck {
    /** An access token. */
    Optional<Passport> access(String token);

    /** A ticket for one socket; looking at it does not use it up. */
    Optional<Passport> ticket(String ticket);
}
