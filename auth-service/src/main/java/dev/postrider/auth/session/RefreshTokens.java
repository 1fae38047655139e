package dev.postrider.auth.session;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.key.KeySeal;
import dev.postrider.auth.ops.Ids;
import dev.postrider.auth.token.TokenHash;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes and finds refresh tokens. A successor is derived from its predecessor with a secret, so the same predecessor
 * gets the same successor again although only hashes are kept.
 */
@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, String> {
    private final Ids ids;
    private final KeySeal seal;
    private final AuthConfig config;

    RefreshTokens(Ids ids, KeySeal seal, AuthConfig config) {
        this.ids = ids;
        this.seal = seal;
        this.config = config;
    }

    /** The first token of a session. */
    Uni<String> first(UserSession session, Instant now) {
        return keep(ids.secret(), session, now);
    }

    /** The token after {@code shown}, which is marked replaced. */
    Uni<String> next(String shown, RefreshToken found, UserSession session, Instant now) {
        found.replace(now);
        return keep(successor(shown), session, now);
    }

    String successor(String shown) {
        return seal.derive(shown);
    }

    /** The id of the session that this token belongs to; null for what is no token of ours. Locks nothing. */
    Uni<@Nullable String> sessionIdOf(String shown) {
        return find("hash", TokenHash.of(shown))
                .project(Belonging.class)
                .firstResult()
                .map(Belonging::idOf);
    }

    /** The token's row, locked until the transaction ends. Lock its session first. */
    Uni<@Nullable RefreshToken> locked(String shown) {
        return findById(TokenHash.of(shown), LockModeType.PESSIMISTIC_WRITE);
    }

    RefreshToken.Use use(RefreshToken found, Instant now) {
        return found.use(now, config.refreshGrace());
    }

    private Uni<String> keep(String token, UserSession session, Instant now) {
        Instant idleEnd = now.plus(config.refreshLifetime());
        Instant end = idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
        return persist(new RefreshToken(TokenHash.of(token), session.id(), now, end))
                .replaceWith(token);
    }

    /** Only where a token belongs, so that its row is not read before it is locked. */
    record Belonging(String sessionId) {
        static @Nullable String idOf(@Nullable Belonging found) {
            return found == null ? null : found.sessionId;
        }
    }
}
