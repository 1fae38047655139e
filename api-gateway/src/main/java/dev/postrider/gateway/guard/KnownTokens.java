package dev.postrider.gateway.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Checks the signature of an access token once, and its time and session every time: half a millisecond of CPU a call
 * would else be the dearest part of the gateway. Holds digests, not tokens; when full, it forgets all and learns anew.
 */
public final class KnownTokens implements TokenCheck {
    /** Proves an access token from memory. Empty for one that is not good. */
    @FunctionalInterface
    public interface Proof {
        Optional<Proved> of(String token);
    }

    /** What a token proves, and until when. */
    public record Proved(Passport passport, Instant expiresAt) {}

    private final Map<String, Proved> known = new ConcurrentHashMap<>();
    private final Proof access;
    private final Proof ticket;
    private final Predicate<String> ended;
    private final InstantSource clock;
    private final int max;

    /** @param ended whether a session has ended */
    public KnownTokens(Proof access, Proof ticket, Predicate<String> ended, InstantSource clock, int max) {
        this.access = access;
        this.ticket = ticket;
        this.ended = ended;
        this.clock = clock;
        this.max = max;
    }

    @Override
    public Optional<Passport> access(String token) {
        String digest = digest(token);
        var before = known.get(digest);
        return before != null && good(before) ? Optional.of(before.passport()) : learn(digest, token);
    }

    @Override
    public Optional<Passport> ticket(String text) {
        return ticket.of(text).filter(this::good).map(Proved::passport);
    }

    private Optional<Passport> learn(String digest, String token) {
        var proved = access.of(token).filter(this::good);
        if (proved.isEmpty()) {
            known.remove(digest);
            return Optional.empty();
        }
        if (known.size() >= max) {
            known.clear();
        }
        known.put(digest, proved.get());
        return Optional.of(proved.get().passport());
    }

    private boolean good(Proved proved) {
        return clock.instant().isBefore(proved.expiresAt())
                && !ended.test(proved.passport().sessionId());
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
