package dev.postrider.auth.account;

import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rest.User.Availability;
import dev.postrider.contracts.rest.User.Status;
import dev.postrider.contracts.rest.User.UserRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person or bot. The username never changes; a deactivated account stays, so that its messages keep their author. */
@Entity
@DynamicUpdate
@Table(name = "users")
public class Account {
    @Id
    private String id;

    @Column(updatable = false)
    private String username;

    @Column(name = "display_name")
    private String displayName;

    private String color;
    private boolean bot;

    @Column(name = "owner_id")
    private @Nullable String ownerId;

    @Enumerated(EnumType.STRING)
    private UserRole role;

    @Enumerated(EnumType.STRING)
    private Availability availability;

    @Column(name = "status_text")
    private @Nullable String statusText;

    @Column(name = "status_emoji")
    private @Nullable String statusEmoji;

    @Column(name = "status_until")
    private @Nullable Instant statusUntil;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "deactivated_at")
    private @Nullable Instant deactivatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** A new account; the colour follows from the id. */
    public Account(String id, String username, String displayName, UserRole role, String passwordHash, Instant now) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.color = Palette.colorOf(id);
        this.role = role;
        this.availability = Availability.auto;
        this.passwordHash = passwordHash;
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public UserRole role() {
        return role;
    }

    /** Absent for bots, who cannot sign in. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public boolean active() {
        return deactivatedAt == null;
    }

    public void changePassword(String hash) {
        this.passwordHash = hash;
    }

    public void give(UserRole role) {
        this.role = role;
    }

    /** The person may sign in again, with the password that they had. */
    public void reactivate() {
        this.deactivatedAt = null;
    }

    /** Hides the person from look-ups and takes the status away; the name stays with the messages. */
    public void deactivate(Instant now) {
        this.deactivatedAt = now;
        this.statusText = null;
        this.statusEmoji = null;
        this.statusUntil = null;
    }

    /** Takes over what the patch names; null in the patch clears, to the username, the first colour, nothing, auto. */
    void apply(ProfilePatch patch) {
        if (patch.displayName() != null) {
            displayName = patch.displayName().orElse(username);
        }
        if (patch.color() != null) {
            color = patch.color().orElseGet(() -> Palette.colorOf(id));
        }
        if (patch.availability() != null) {
            availability = patch.availability().orElse(Availability.auto);
        }
        if (patch.status() != null) {
            Status status = patch.status().orElse(null);
            statusText = status == null ? null : status.text();
            statusEmoji = status == null ? null : status.emoji();
            statusUntil = status == null ? null : status.until();
        }
    }

    /** As the person sees themselves. */
    public User toSelf(Instant now) {
        return new User(
                id, username, displayName, color, bot, status(now), deactivated(), role, availability, createdAt);
    }

    /** As others see the person. */
    public User toOther(Instant now) {
        return toSelf(now).publicly();
    }

    /** As other services know the person: what others see, and the availability that presence needs. */
    public User toService(Instant now) {
        return toSelf(now).forServices();
    }

    private @Nullable Status status(Instant now) {
        boolean over = statusUntil != null && !statusUntil.isAfter(now);
        return statusText == null || over ? null : new Status(statusText, statusEmoji, statusUntil);
    }

    private @Nullable Boolean deactivated() {
        return active() ? null : Boolean.TRUE;
    }
}
