package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.limit.Throttle;
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
 * at, so that wrong codes and unknown names take the same time as right ones; a code is taken once.
 */
@ApplicationScoped
class PasswordReset {
    private final Accounts accounts;
    private final Hashing hashing;
    private final Throttle throttle;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final Clock clock;

    PasswordReset(Accounts accounts, Hashing hashing, Throttle throttle, SessionEnds ends, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
        this.ends = ends;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> reset(String username, String code, String next, String address) {
        return throttle.signIn(address)
                .chain(() -> throttle.checkFailures(username))
                .chain(() -> hashing.hash(next))
                .chain(hash -> outbox.committing(records -> take(username, code, hash, records)))
                .onFailure(PasswordReset::isRefusal)
                .call(() -> throttle.failed(username));
    }

    private Uni<Void> take(String username, String code, String hash, Records records) {
        return accounts.byUsername(username)
                .chain(account -> account == null || !account.active()
                        ? Uni.createFrom().failure(refused())
                        : locked(account).chain(found -> change(account, found, code, hash, records)));
    }

    private static Uni<@Nullable ResetCode> locked(Account account) {
        return Panache.getSession()
                .chain(session -> session.find(ResetCode.class, account.id(), LockModeType.PESSIMISTIC_WRITE));
    }

    private Uni<Void> change(Account account, @Nullable ResetCode found, String code, String hash, Records records) {
        if (found == null || !found.fits(TokenHash.of(code), clock.instant())) {
            return Uni.createFrom().failure(refused());
        }
        account.changePassword(hash);
        return Panache.getSession()
                .chain((Mutiny.Session session) -> session.remove(found))
                .chain(() -> ends.all(account.id(), records));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.code() == ProblemCode.BAD_CREDENTIALS;
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemCode.BAD_CREDENTIALS);
    }
}
