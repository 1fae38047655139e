package dev.postrider.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One link in a session's chain of refresh tokens, known by its hash. Exactly the last one is not replaced. */
@Entity
@Table(name = "refresh_tokens")
public class RefreshToken {
    @Id
    private String hash;

    @Column(name = "session_id", updatable = false)
    private String sessionId;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "replaced_at")
    private @Nullable Instant replacedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    RefreshToken(String hash, String sessionId, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
    }

    String sessionId() {
        return sessionId;
    }

    void replace(Instant now) {
        this.replacedAt = now;
    }

    /** What showing this token now means. */
    Use use(Instant now, Duration grace) {
        if (!expiresAt.isAfter(now)) {
            return Use.EXPIRED;
        }
        if (replacedAt == null) {
            return Use.FIRST;
        }
        return replacedAt.plus(grace).isAfter(now) ? Use.REPEATED : Use.STOLEN;
    }

    enum Use {
        /** The last of its chain: it gets a successor. */
        FIRST,
        /** Replaced a moment ago, the answer was lost or two tabs asked at once: the same successor again. */
        REPEATED,
        /** Replaced long ago: two parties hold the chain, so the session ends. */
        STOLEN,
        EXPIRED
    }
}
