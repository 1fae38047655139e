package dev.postrider.testkit.token;

import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Ulids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Stands in for auth-service in the tests of the others: {@link #url()} serves the key set and {@code /internal/users},
 * and the tokens minted here are genuine to every verifier that is pointed there. Static, one per JVM.
 */
public final class TestTokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration TICKET_LIFE = Duration.ofSeconds(30);
    private static final String FULL_SCOPE = "read send rooms feeds profile";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestTokens() {}

    /** For {@code postrider.auth-url}; starts the little server on first use. */
    public static String url() {
        return AuthStandIn.url();
    }

    /** A fresh user id. Every well-formed id is a known user there, named after its end, until {@link #know} says more. */
    public static String newUser() {
        return Ulids.next(System.currentTimeMillis(), RANDOM);
    }

    /** From now on {@code /internal/users} answers this for its id. */
    public static void know(User user) {
        AuthStandIn.know(user);
    }

    /** From now on {@code /internal/users} leaves this id out. */
    public static void forget(String userId) {
        AuthStandIn.forget(userId);
    }

    /** An access token of a fresh session, good for 15 minutes, all scopes of a person. */
    public static String access(String userId) {
        return access(userId, newSession(), FULL_SCOPE, LIFE);
    }

    /** An access token of that session. */
    public static String access(String userId, String sessionId) {
        return access(userId, sessionId, FULL_SCOPE, LIFE);
    }

    /** {@code life} may be negative: such a token has expired. */
    public static String access(String userId, String sessionId, String scope, Duration life) {
        return TestKey.get().sign(claims(userId, sessionId, scope, "access", life, ""));
    }

    /** A ticket for a socket, whose access lasts 15 minutes from now. */
    public static String ticket(String userId, String sessionId) {
        long until = Instant.now().plus(LIFE).getEpochSecond();
        return TestKey.get().sign(claims(userId, sessionId, FULL_SCOPE, "ticket", TICKET_LIFE, ",\"until\":" + until));
    }

    public static String newSession() {
        return Ulids.next(System.currentTimeMillis(), RANDOM);
    }

    private static String claims(
            String userId, String sessionId, String scope, String type, Duration life, String more) {
        Instant now = Instant.now();
        return ("{\"iss\":\"postrider\",\"aud\":\"postrider\",\"sub\":\"%s\",\"sid\":\"%s\",\"typ\":\"%s\","
                        + "\"scope\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"%s}")
                .formatted(
                        userId,
                        sessionId,
                        type,
                        scope,
                        now.getEpochSecond(),
                        now.plus(life).getEpochSecond(),
                        UUID.randomUUID(),
                        more);
    }
}
