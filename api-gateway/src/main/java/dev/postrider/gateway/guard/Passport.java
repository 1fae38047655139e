package dev.postrider.gateway.guard;

/** Who calls, proved by a token. */
public record Passport(String userId, String sessionId) {}
