package dev.postrider.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What an installation decides about accounts, sessions and keys. */
@ConfigMapping(prefix = "auth")
public interface AuthConfig {

    /** How long an access token holds. */
    @WithDefault("15m")
    Duration accessLifetime();

    /** How long a refresh token holds after its last use. */
    @WithDefault("30d")
    Duration refreshLifetime();

    /** How long a session lasts at most, however often it is refreshed. */
    @WithDefault("180d")
    Duration sessionLifetime();

    /** How long a refresh token that was just replaced still gets its successor; a later use ends the session. */
    @WithDefault("30s")
    Duration refreshGrace();

    /** How long a ticket for a socket holds. */
    @WithDefault("30s")
    Duration ticketLifetime();

    /** Who may register. */
    @WithDefault("open")
    Registration registration();

    /**
     * Usernames that are administrators from their registration, or their next sign-in. Nobody can take the role from them
     * while they are named here; register them before the installation is open to others.
     */
    Optional<Set<String>> admins();

    /** How long a one-time code for a forgotten password holds. */
    @WithDefault("24h")
    Duration resetCodeLifetime();

    /** Seals the private signing keys in the database; at least 32 characters. Without it they are lost. */
    String keyEncryptionSecret();

    /** How often a new signing key takes over. */
    @WithDefault("30d")
    Duration keyRotation();

    /** How long a new key is published before it signs; more than verifiers need to learn of it. */
    @WithDefault("90s")
    Duration keyLead();

    /** How often the keys are read from the database again, as another instance may have changed them. */
    @WithDefault("15s")
    Duration keyReload();

    /** How often the keys are told on chat.control, changed or not. */
    @WithDefault("2m")
    Duration keyAnnounce();

    /** How often the outbox is looked through, besides right after each commit. */
    @WithDefault("1s")
    Duration outboxEvery();

    Passwords passwords();

    Limits limits();

    enum Registration {
        open,
        invitation,
        closed
    }

    interface Passwords {
        /** Code points a new password has at least. */
        @WithDefault("12")
        int charsMin();

        /** Memory of one Argon2id hash in KiB. */
        @WithDefault("19456")
        int memoryKib();

        /** Passes of one Argon2id hash. */
        @WithDefault("2")
        int passes();

        /** Threads that hash; absent = half of the processors, so that a flood of sign-ins leaves the rest their half. */
        Optional<Integer> threads();

        /** Hashes that may wait for a thread; beyond that calls are answered 503. */
        @WithDefault("64")
        int waitingMax();
    }

    interface Limits {
        /** Sign-ins, registrations and resets per address and minute. */
        @WithDefault("20")
        int signInsPerAddressMinute();

        /** Failed sign-ins per account and hour. */
        @WithDefault("100")
        int failedPerAccountHour();

        /** Windows held in memory while Redis is away. */
        @WithDefault("50000")
        int windowsInMemoryMax();
    }
}
