package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.token.TokenHash;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Invitations to register. A use counts only if the registration commits. */
final class Invites {
    private static final String TAKE = "update invites set uses_left = uses_left - 1"
            + " where code_hash = :hash and uses_left > 0 and (expires_at is null or expires_at > :now)";

    private static final String FIND = "select count(*) from invites"
            + " where code_hash = :hash and uses_left > 0 and (expires_at is null or expires_at > :now)";

    private Invites() {}

    /**
     * Fails as {@link #redeem} does and takes nothing: asked before anything else is told, so that who has no invitation
     * does not learn which names are taken. For use inside a session.
     */
    static Uni<Void> check(@Nullable String code, AuthConfig.Registration registration, Instant now) {
        return switch (registration) {
            case open -> Uni.createFrom().voidItem();
            case closed -> Uni.createFrom().failure(closed());
            case invitation -> code == null ? Uni.createFrom().failure(closed()) : find(code, now);
        };
    }

    private static Uni<Void> find(String code, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Long.class)
                        .setParameter("hash", TokenHash.of(code))
                        .setParameter("now", now.toEpochMilli())
                        .getSingleResult())
                .invoke(found -> {
                    if (found == 0) {
                        throw closed();
                    }
                })
                .replaceWithVoid();
    }

    /** Fails with 403 {@code registration-closed} where an invitation is needed and this is none. */
    static Uni<Void> redeem(@Nullable String code, AuthConfig.Registration registration, Instant now) {
        return switch (registration) {
            case open -> Uni.createFrom().voidItem();
            case closed -> Uni.createFrom().failure(closed());
            case invitation -> code == null ? Uni.createFrom().failure(closed()) : take(code, now);
        };
    }

    private static Uni<Void> take(String code, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("hash", TokenHash.of(code))
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate())
                .invoke(taken -> {
                    if (taken == 0) {
                        throw closed();
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException closed() {
        return ProblemException.of(ProblemCode.REGISTRATION_CLOSED);
    }
}
