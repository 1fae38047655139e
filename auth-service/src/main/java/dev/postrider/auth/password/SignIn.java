package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.account.Account;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.session.Client;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs somebody in by password. */
@ApplicationScoped
class SignIn {
    private final PasswordProof proof;
    private final Entering entering;
    private final Outbox outbox;
    private final Set<String> admins;

    SignIn(PasswordProof proof, Entering entering, Outbox outbox, AuthConfig config) {
        this.proof = proof;
        this.entering = entering;
        this.outbox = outbox;
        this.admins = config.admins().orElse(Set.of());
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
        if (admins.contains(account.username())) {
            account.promote();
        }
    }
}
