package dev.postrider.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key signs, which are published, and when the next is due: pure, of the keys' dates and the time alone. A key
 * is published until every token that it signed has expired, counted from when its successor began to sign.
 */
record KeySchedule(Duration rotation, Duration lead, Duration accessLifetime) {
    /** For clocks that differ and requests under way. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    Optional<SigningKey> signer(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparing(SigningKey::signsFrom))
                .or(() -> keys.stream().min(Comparator.comparing(SigningKey::signsFrom)));
    }

    List<SigningKey> published(List<SigningKey> keys, Instant now) {
        return keys.stream().filter(key -> !retired(key, keys, now)).toList();
    }

    boolean retired(SigningKey key, List<SigningKey> keys, Instant now) {
        Instant gone = now.minus(accessLifetime).minus(MARGIN);
        return keys.stream()
                .anyMatch(later -> later.signsFrom().isAfter(key.signsFrom())
                        && later.signsFrom().isBefore(gone));
    }

    boolean due(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .map(SigningKey::signsFrom)
                .max(Comparator.naturalOrder())
                .map(newest -> !newest.plus(rotation).isAfter(now.plus(lead)))
                .orElse(true);
    }

    /** When a key made now begins to sign: at once if it is the first, else when all verifiers know it. */
    Instant signsFrom(List<SigningKey> keys, Instant now) {
        return keys.isEmpty() ? now : now.plus(lead);
    }
}
