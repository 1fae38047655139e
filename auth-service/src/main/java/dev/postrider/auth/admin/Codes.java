package dev.postrider.auth.admin;

import dev.postrider.auth.ops.Ids;
import dev.postrider.auth.token.TokenHash;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Codes that let somebody in, shown once and kept as hashes. For use inside a transaction. */
@ApplicationScoped
class Codes {
    private static final String RESET = "insert into reset_codes (user_id, code_hash, expires_at)"
            + " values (:user, :hash, :until)"
            + " on duplicate key update code_hash = values(code_hash), expires_at = values(expires_at)";
    private static final String FORGET = "delete from reset_codes where user_id = :user";
    private static final String INVITE = "insert into invites (code_hash, created_by, uses_left, expires_at)"
            + " values (:hash, :by, :uses, :until)";

    private final Ids ids;

    Codes(Ids ids) {
        this.ids = ids;
    }

    /** A new one-time code for a new password; the one before is worth nothing any more. */
    Uni<String> reset(String user, Instant until) {
        String code = ids.secret();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RESET)
                        .setParameter("user", user)
                        .setParameter("hash", TokenHash.of(code))
                        .setParameter("until", until.toEpochMilli())
                        .executeUpdate())
                .replaceWith(code);
    }

    /** Whatever code this person was given is worth nothing any more. */
    Uni<Void> forget(String user) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("user", user)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A new invitation to register. */
    Uni<String> invite(String by, int uses, @Nullable Instant until) {
        String code = ids.secret();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INVITE)
                        .setParameter("hash", TokenHash.of(code))
                        .setParameter("by", by)
                        .setParameter("uses", uses)
                        .setParameter("until", until == null ? null : until.toEpochMilli())
                        .executeUpdate())
                .replaceWith(code);
    }
}
