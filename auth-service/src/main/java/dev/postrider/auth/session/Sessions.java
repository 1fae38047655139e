package dev.postrider.auth.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions in the database. Calls belong inside a session or transaction of Panache. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<UserSession, String> {

    /** Those of this user that nobody ended and that are not over, the newest sign of life first. */
    Uni<List<UserSession>> living(String user, Instant now) {
        return list("userId = ?1 and endedAt is null and expiresAt > ?2 order by lastSeenAt desc", user, now);
    }

    /** The session, locked until the transaction ends. */
    Uni<@Nullable UserSession> locked(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
