package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Records;
import dev.postrider.auth.session.SessionEnds;
import dev.postrider.auth.token.TokenHash;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Sets a new password by a one-time code and ends every session. The new password is hashed before the code is looked
 * at, and a code is looked for whoever is meant, so that wrong codes and unknown names take the same time as right ones;
 * a code is taken once.
 */
@ApplicationScoped
class PasswordReset {
    /** No account has this id, and none has a code. */
    private static final String NOBODY = "";

    private final PasswordProof proof;
    private final Hashing hashing;
    private final KnownBrowsers browsers;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final Clock clock;

    PasswordReset(
            PasswordProof proof,
            Hashing hashing,
            KnownBrowsers browsers,
            SessionEnds ends,
            Outbox outbox,
            Clock clock) {
        this.proof = proof;
        this.hashing = hashing;
        this.browsers = browsers;
        this.ends = ends;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answers by what this browser is known from now on. */
    Uni<String> reset(String username, String code, String next, String address, @Nullable String cookie) {
        return proof.outside(username, address, cookie)
                .chain(attempt -> hashing.hash(next)
                        .chain(hash -> outbox.committing(records -> take(attempt.account(), code, hash, records)))
                        .onFailure(PasswordReset::isRefusal)
                        .call(() -> proof.failed(attempt)));
    }

    private Uni<String> take(@Nullable Account read, String code, String hash, Records records) {
        return locked(Account.class, read)
                .chain(account -> locked(ResetCode.class, read).chain(found -> {
                    boolean right = account != null
                            && account.active()
                            && found != null
                            && found.fits(TokenHash.of(code), clock.instant());
                    return right ? set(account, found, hash, records) : refused();
                }));
    }

    private static <T> Uni<@Nullable T> locked(Class<T> kind, @Nullable Account of) {
        return Panache.getSession()
                .chain(session -> session.find(kind, of == null ? NOBODY : of.id(), LockModeType.PESSIMISTIC_WRITE));
    }

    private Uni<String> set(Account account, ResetCode found, String hash, Records records) {
        account.changePassword(hash);
        return Panache.getSession()
                .chain((Mutiny.Session session) -> session.remove(found))
                .chain(() -> ends.all(account.id(), records))
                .map(done -> browsers.cookie(account));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.code() == ProblemCode.BAD_CREDENTIALS;
    }

    private static Uni<String> refused() {
        return Uni.createFrom().failure(ProblemException.of(ProblemCode.BAD_CREDENTIALS));
    }
}
