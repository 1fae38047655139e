package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.account.Installation;
import dev.postrider.auth.ops.Ids;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Reading;
import dev.postrider.auth.ops.Records;
import dev.postrider.auth.session.Client;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.control.ControlRecord.Profile;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.rest.User.UserRole;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Makes accounts and signs their owners in. Of two who want one name at once, exactly one gets it. */
@ApplicationScoped
class Registration {
    private final Accounts accounts;
    private final Entering entering;
    private final Outbox outbox;
    private final Installation installation;
    private final Ids ids;
    private final Clock clock;

    Registration(Accounts accounts, Entering entering, Outbox outbox, Installation installation, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.entering = entering;
        this.outbox = outbox;
        this.installation = installation;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fails with 403 or 409 while that is cheap, before any hashing; tells of names only those who may register. */
    Uni<Void> check(NewAccount wanted) {
        return Reading.of(() -> Invites.check(wanted.invite(), installation.registration(), clock.instant())
                        .chain(() -> accounts.byUsername(wanted.username())))
                .invoke(taken -> {
                    if (taken != null) {
                        throw ProblemException.of(ProblemCode.USERNAME_TAKEN);
                    }
                })
                .replaceWithVoid();
    }

    Uni<Entrance> register(NewAccount wanted, String passwordHash, Client client) {
        return outbox.committing(
                        records -> Invites.redeem(wanted.invite(), installation.registration(), clock.instant())
                                .chain(() -> make(wanted, passwordHash, records))
                                .chain(account -> entering.enter(account, client)))
                .onFailure(Duplicates::isDuplicate)
                .transform(taken -> ProblemException.of(ProblemCode.USERNAME_TAKEN));
    }

    private Uni<Account> make(NewAccount wanted, String passwordHash, Records records) {
        Instant now = clock.instant();
        Account account = new Account(
                ids.next(),
                wanted.username(),
                wanted.displayName(),
                installation.names(wanted.username()) ? UserRole.admin : UserRole.user,
                passwordHash,
                now);
        records.add(new Profile(account.toService(now), now));
        return accounts.persistAndFlush(account);
    }
}
