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
 * answer as a wrong password: 401 {@code bad-credentials}; too many failures are 429.
 * <ul>
 *   <li>Failures count for the account; apart from it for its {@link KnownBrowsers} and for each session of its owner.
 *   <li>So nobody's failures keep out those who have been in before.
 * </ul>
 */
@ApplicationScoped
class PasswordProof {
    private final Accounts accounts;
    private final Hashing hashing;
    private final Throttle throttle;
    private final KnownBrowsers browsers;

    PasswordProof(Accounts accounts, Hashing hashing, Throttle throttle, KnownBrowsers browsers) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
        this.browsers = browsers;
    }

    /**
     * Counts an attempt of this address from outside and says how it counts if it fails.
     *
     * @param cookie of a browser that says it is known
     */
    Uni<Attempt> outside(String username, String address, @Nullable String cookie) {
        return throttle.signIn(address)
                .chain(() -> account(username))
                .map(account -> new Attempt(account, browsers.knows(account, cookie) ? "known " + username : username))
                .call(attempt -> throttle.checkFailures(attempt.countedAs()));
    }

    /** The same for somebody who is signed in. */
    Uni<Attempt> inside(String username, String session) {
        return account(username)
                .map(account -> new Attempt(account, "session " + session))
                .call(attempt -> throttle.checkFailures(attempt.countedAs()));
    }

    /** The account as it was read; look again inside the transaction that relies on it. */
    Uni<Account> prove(Attempt attempt, String password) {
        Account account = attempt.account();
        return hashing.matches(password, hashOf(account))
                .chain(right -> right && account != null ? Uni.createFrom().item(account) : refuse(attempt));
    }

    /** Counts an attempt that failed. */
    Uni<Void> failed(Attempt attempt) {
        return throttle.failed(attempt.countedAs());
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

    private Uni<@Nullable Account> account(String username) {
        return Reading.of(() -> accounts.byUsername(username));
    }

    private Uni<Account> refuse(Attempt attempt) {
        return failed(attempt).chain(() -> Uni.createFrom().failure(ProblemException.of(ProblemCode.BAD_CREDENTIALS)));
    }

    private static @Nullable String hashOf(@Nullable Account account) {
        return account != null && account.active() ? account.passwordHash() : null;
    }
}
