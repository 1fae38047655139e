package dev.postrider.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One signed-in device, from signing in until it is ended or 180 days are over. An ended one never lives again. */
@Entity
@DynamicUpdate
@Table(name = "sessions")
public class UserSession {
    @Id
    private String id;

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String device;
    private String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected UserSession() {}

    UserSession(String id, String userId, Client client, Instant now, Duration lifetime) {
        this.id = id;
        this.userId = userId;
        this.kind = client.kind();
        this.device = client.device();
        this.address = client.address();
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(lifetime);
    }

    public String id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean living(Instant now) {
        return endedAt == null && expiresAt.isAfter(now);
    }

    boolean notEnded() {
        return endedAt == null;
    }

    void seen(String from, Instant now) {
        this.lastSeenAt = now;
        this.address = from;
    }

    void end(Instant now) {
        this.endedAt = now;
    }

    SessionView view(boolean current) {
        return new SessionView(id, kind, device, address, createdAt, lastSeenAt, current);
    }

    /** What holds the tokens; names as on the wire. */
    public enum Kind {
        browser,
        app
    }
}
