package dev.postrider.auth.admin;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.account.Installation;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Records;
import dev.postrider.auth.session.SessionEnds;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.control.ControlRecord.Profile;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rest.User.UserRole;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do to accounts.
 * <ul>
 *   <li>Both accounts are locked, lower id first, and the caller must be an active administrator then, whatever the token
 *       says. Nobody takes the role from themselves, so one administrator always stays.
 *   <li>Who loses the role or the account loses every session with it, in the same transaction.
 * </ul>
 */
@ApplicationScoped
class Administration {
    private static final Logger LOG = Logger.getLogger(Administration.class);

    private final Accounts accounts;
    private final Installation installation;
    private final SessionEnds ends;
    private final Codes codes;
    private final Outbox outbox;
    private final Rules rules;

    Administration(
            Accounts accounts, Installation installation, SessionEnds ends, Codes codes, Outbox outbox, Rules rules) {
        this.accounts = accounts;
        this.installation = installation;
        this.ends = ends;
        this.codes = codes;
        this.outbox = outbox;
        this.rules = rules;
    }

    /** Changes somebody's role or whether they may use the installation; what is null stays. */
    Uni<User> change(String admin, String id, @Nullable UserRole role, @Nullable Boolean deactivated) {
        return outbox.committing(records -> locked(admin, id)
                        .invoke(account -> mayLose(account, admin, role, deactivated))
                        .call(account -> give(account, role, records))
                        .call(account -> open(account, deactivated, records))
                        .map(account -> account.toSelf(rules.now())))
                .invoke(user -> LOG.infof("An administrator changed an account: user=%s by=%s", id, admin));
    }

    /** A one-time code for a new password, worth something for {@code auth.reset-code-lifetime}. */
    Uni<Made> reset(String admin, String id) {
        Instant until = rules.resetUntil();
        return outbox.committing(records -> locked(admin, id)
                        .invoke(Administration::mayReset)
                        .chain(account -> codes.reset(account.id(), until)))
                .map(code -> new Made(code, until))
                .invoke(made -> LOG.infof("An administrator made a reset code: user=%s by=%s", id, admin));
    }

    /** An invitation to register, for so many accounts. */
    Uni<Made> invite(String admin, int uses, @Nullable Instant until) {
        return outbox.committing(records -> locked(admin, admin).chain(mine -> codes.invite(admin, uses, until)))
                .map(code -> new Made(code, until));
    }

    /** A code, shown this once, and when it ends; null where it does not by itself. */
    record Made(String code, @Nullable Instant until) {}

    private Uni<Account> locked(String admin, String id) {
        boolean first = admin.compareTo(id) <= 0;
        return accounts.locked(first ? admin : id)
                .chain(one -> admin.equals(id)
                        ? Uni.createFrom().item(() -> whom(one, one))
                        : accounts.locked(first ? id : admin)
                                .map(other -> first ? whom(one, other) : whom(other, one)));
    }

    private static Account whom(@Nullable Account admin, @Nullable Account account) {
        if (admin == null || !admin.active() || admin.role() != UserRole.admin) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        if (account == null) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return account;
    }

    private void mayLose(Account account, String admin, @Nullable UserRole role, @Nullable Boolean deactivated) {
        boolean loses = role == UserRole.user || Boolean.TRUE.equals(deactivated);
        if (loses && account.id().equals(admin)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Another administrator has to do this for you.");
        }
        if (loses && installation.names(account.username())) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The configuration names this administrator.");
        }
    }

    private static void mayReset(Account account) {
        if (!account.active() || account.passwordHash() == null) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Nobody can sign in to this account.");
        }
    }

    private Uni<Void> give(Account account, @Nullable UserRole role, Records records) {
        if (role == null || role == account.role()) {
            return Uni.createFrom().voidItem();
        }
        account.give(role);
        return role == UserRole.admin ? Uni.createFrom().voidItem() : ends.all(account.id(), records);
    }

    private Uni<Void> open(Account account, @Nullable Boolean deactivated, Records records) {
        if (deactivated == null || deactivated != account.active()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = rules.now();
        if (deactivated) {
            account.deactivate(now);
        } else {
            account.reactivate();
        }
        records.add(new Profile(account.toService(now), now));
        return codes.forget(account.id())
                .chain(() -> deactivated
                        ? ends.all(account.id(), records)
                        : Uni.createFrom().voidItem());
    }

    /** What the installation says of time. */
    @ApplicationScoped
    static class Rules {
        private final AuthConfig config;
        private final Clock clock;

        Rules(AuthConfig config, Clock clock) {
            this.config = config;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        Instant resetUntil() {
            return now().plus(config.resetCodeLifetime());
        }
    }
}
