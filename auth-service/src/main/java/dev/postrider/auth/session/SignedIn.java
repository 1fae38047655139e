package dev.postrider.auth.session;

import dev.postrider.contracts.rest.User;

/** A session with its present tokens, before it is decided how they travel. */
public record SignedIn(User user, long expiresInSeconds, String accessToken, String refreshToken, String ticket) {}
