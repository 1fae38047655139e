package dev.postrider.base.identity;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * What access tokens say whose signature was checked before, so that it is checked once and not with every call: that is half
 * a millisecond each, and when thousands come back at once the dearest part of it. Their time and their key are looked at
 * every time. Holds digests, not tokens; when full, it forgets all and learns anew. Thread-safe.
 */
final class KnownClaims {
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int tokensMax;

    KnownClaims(InstantSource clock, int tokensMax) {
        this.clock = clock;
        this.tokensMax = tokensMax;
    }

    private record Known(String json, String keyId, Key key, Instant expiresAt) {}

    /**
     * A copy of its claims; empty where it is not known, its time is over, or its key is no longer that one.
     *
     * @param inForce the key of an id
     */
    Optional<JwtClaims> find(String token, Function<String, Optional<? extends Key>> inForce) {
        String digest = digest(token);
        Known one = known.get(digest);
        if (one == null) {
            return Optional.empty();
        }
        boolean sameKey = inForce.apply(one.keyId).filter(one.key::equals).isPresent();
        if (!sameKey || !clock.instant().isBefore(one.expiresAt)) {
            known.remove(digest);
            return Optional.empty();
        }
        return Optional.of(parsed(one.json));
    }

    /** @param key the one that its signature was checked with */
    void learn(String token, JwtClaims claims, Instant expiresAt, String keyId, Key key) {
        if (known.size() >= tokensMax) {
            known.clear();
        }
        known.put(digest(token), new Known(claims.getRawJson(), keyId, key, expiresAt));
    }

    int size() {
        return known.size();
    }

    private static JwtClaims parsed(String json) {
        try {
            return JwtClaims.parse(json);
        } catch (InvalidJwtException impossible) {
            throw new IllegalStateException("What was parsed once can be parsed again.", impossible);
        }
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
