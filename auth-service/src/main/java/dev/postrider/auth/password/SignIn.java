package dev.postrider.auth.password;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.account.Account;
import dev.postrider.auth.limit.Throttle;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.session.Client;
import dev.postrider.auth.session.Opening;
import dev.postrider.auth.session.SignedIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Signs somebody in by password. */
@ApplicationScoped
class SignIn {
    private final Throttle throttle;
    private final PasswordProof proof;
    private final Opening opening;
    private final Outbox outbox;
    private final Set<String> admins;

    SignIn(Throttle throttle, PasswordProof proof, Opening opening, Outbox outbox, AuthConfig config) {
        this.throttle = throttle;
        this.proof = proof;
        this.opening = opening;
        this.outbox = outbox;
        this.admins = config.admins().orElse(Set.of());
    }

    Uni<SignedIn> signIn(String username, String password, Client client) {
        return throttle.signIn(client.address())
                .chain(() -> proof.prove(username, password))
                .chain(account -> outbox.committing(records -> open(account, client)));
    }

    private Uni<SignedIn> open(Account proved, Client client) {
        return proof.still(proved).invoke(this::promoteIfNamed).chain(account -> opening.open(account, client));
    }

    private void promoteIfNamed(Account account) {
        if (admins.contains(account.username())) {
            account.promote();
        }
    }
}
