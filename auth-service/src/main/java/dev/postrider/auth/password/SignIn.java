package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.account.Installation;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.session.Client;
import dev.postrider.contracts.rest.User.UserRole;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Signs somebody in by password. */
@ApplicationScoped
class SignIn {
    private final PasswordProof proof;
    private final Entering entering;
    private final Outbox outbox;
    private final Installation installation;

    SignIn(PasswordProof proof, Entering entering, Outbox outbox, Installation installation) {
        this.proof = proof;
        this.entering = entering;
        this.outbox = outbox;
        this.installation = installation;
    }

    /** @param cookie of a browser that says it is known */
    Uni<Entrance> signIn(String username, String password, Client client, @Nullable String cookie) {
        return proof.outside(username, client.address(), cookie)
                .chain(attempt -> proof.prove(attempt, password))
                .chain(account -> outbox.committing(records -> open(account, client)));
    }

    private Uni<Entrance> open(Account proved, Client client) {
        return proof.still(proved).invoke(this::promoteIfNamed).chain(account -> entering.enter(account, client));
    }

    private void promoteIfNamed(Account account) {
        if (installation.names(account.username())) {
            account.give(UserRole.admin);
        }
    }
}
