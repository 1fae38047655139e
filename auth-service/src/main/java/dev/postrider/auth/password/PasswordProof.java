package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.limit.Throttle;
import dev.postrider.auth.ops.Reading;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Proves a password. Unknown, deactivated and passwordless accounts take the same path, the same time and the same
 * answer as a wrong password: 401 {@code bad-credentials}; too many failures of one name are 429, whoever it is.
 */
@ApplicationScoped
class PasswordProof {
    private final Accounts accounts;
    private final Hashing hashing;
    private final Throttle throttle;

    PasswordProof(Accounts accounts, Hashing hashing, Throttle throttle) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /** The account as it was read; look again inside the transaction that relies on it. */
    Uni<Account> prove(String username, String password) {
        return throttle.checkFailures(username)
                .chain(() -> Reading.of(() -> accounts.byUsername(username)))
                .chain(account -> hashing.matches(password, hashOf(account))
                        .chain(right ->
                                right && account != null ? Uni.createFrom().item(account) : refuse(username)));
    }

    /** That account, locked, if nothing of the proof has changed since. For use inside a transaction. */
    Uni<Account> still(Account proved) {
        return accounts.locked(proved.id()).map(now -> {
            boolean same = now != null
                    && now.active()
                    && String.valueOf(now.passwordHash()).equals(proved.passwordHash());
            if (!same) {
                throw ProblemException.of(ProblemCode.BAD_CREDENTIALS);
            }
            return now;
        });
    }

    private Uni<Account> refuse(String username) {
        return throttle.failed(username)
                .chain(() -> Uni.createFrom().failure(ProblemException.of(ProblemCode.BAD_CREDENTIALS)));
    }

    private static @Nullable String hashOf(@Nullable Account account) {
        return account != null && account.active() ? account.passwordHash() : null;
    }
}
