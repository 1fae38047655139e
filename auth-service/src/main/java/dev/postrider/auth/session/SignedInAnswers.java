package dev.postrider.auth.session;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Accounts;
import dev.postrider.auth.token.TokenIssuer;
import dev.postrider.contracts.rest.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts together what a session gets each time: a new access token, a ticket, and the refresh token given. */
@ApplicationScoped
class SignedInAnswers {
    private final Accounts accounts;
    private final TokenIssuer issuer;
    private final AuthConfig config;
    private final Clock clock;

    SignedInAnswers(Accounts accounts, TokenIssuer issuer, AuthConfig config, Clock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.config = config;
        this.clock = clock;
    }

    SignedIn of(Account account, UserSession session, String refresh) {
        Instant now = clock.instant();
        List<String> scopes = Scopes.of(account);
        Instant until = now.plus(config.accessLifetime());
        User self = account.toSelf(now);
        return new SignedIn(
                self,
                config.accessLifetime().toSeconds(),
                issuer.access(self, session.id(), scopes),
                refresh,
                issuer.ticket(account.id(), session.id(), scopes, until));
    }

    /** The same for the session's owner; empty where the account is not active any more. */
    Uni<Optional<SignedIn>> of(UserSession session, String refresh) {
        return accounts.findById(session.userId())
                .map(account -> Optional.ofNullable(account)
                        .filter(Account::active)
                        .map(active -> of(active, session, refresh)));
    }
}
