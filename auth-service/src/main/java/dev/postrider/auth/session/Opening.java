package dev.postrider.auth.session;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.account.Account;
import dev.postrider.auth.ops.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Opens sessions. Calls belong inside a transaction. */
@ApplicationScoped
public class Opening {
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final SignedInAnswers answers;
    private final AuthConfig config;
    private final Ids ids;
    private final Clock clock;

    Opening(
            Sessions sessions,
            RefreshTokens refreshTokens,
            SignedInAnswers answers,
            AuthConfig config,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.answers = answers;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new session, with its tokens, of somebody who has proved who they are. */
    public Uni<SignedIn> open(Account account, Client client) {
        Instant now = clock.instant();
        UserSession session = new UserSession(ids.next(), account.id(), client, now, config.sessionLifetime());
        return sessions.persist(session)
                .chain(kept -> refreshTokens.first(kept, now))
                .map(refresh -> answers.of(account, session, refresh));
    }
}
