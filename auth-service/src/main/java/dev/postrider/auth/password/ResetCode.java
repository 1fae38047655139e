package dev.postrider.auth.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A one-time code that an administrator made for somebody who forgot the password; the newest one counts. */
@Entity
@Table(name = "reset_codes")
public class ResetCode {
    @Id
    @Column(name = "user_id")
    private String userId;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ResetCode() {}

    boolean fits(String hash, Instant now) {
        return codeHash.equals(hash) && expiresAt.isAfter(now);
    }
}
