package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.session.Client;
import dev.postrider.auth.session.Opening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens a session for somebody who has proved or set a password, in a browser that is known from then on. */
@ApplicationScoped
class Entering {
    private final Opening opening;
    private final KnownBrowsers browsers;

    Entering(Opening opening, KnownBrowsers browsers) {
        this.opening = opening;
        this.browsers = browsers;
    }

    /** For use inside a transaction. */
    Uni<Entrance> enter(Account account, Client client) {
        return opening.open(account, client).map(in -> new Entrance(in, browsers.cookie(account)));
    }
}
