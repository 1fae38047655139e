package dev.postrider.auth.password;

import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.session.SessionEnds;
import dev.postrider.contracts.control.ControlRecord.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** What one does to one's own account with the password in hand. */
@ApplicationScoped
class PasswordChange {
    private final PasswordProof proof;
    private final Hashing hashing;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final Clock clock;

    PasswordChange(PasswordProof proof, Hashing hashing, SessionEnds ends, Outbox outbox, Clock clock) {
        this.proof = proof;
        this.hashing = hashing;
        this.ends = ends;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sets the next password; every session but {@code kept} ends with it. */
    Uni<Void> change(String username, String current, String next, String kept) {
        return proof.prove(username, current)
                .chain(proved -> hashing.hash(next)
                        .chain(hash -> outbox.committing(records -> proof.still(proved)
                                .invoke(account -> account.changePassword(hash))
                                .chain(account -> ends.allBut(account.id(), kept, records)))));
    }

    /** The account is hidden, its sessions end, its name is told as deactivated. */
    Uni<Void> deactivate(String username, String password) {
        Instant now = clock.instant();
        return proof.prove(username, password)
                .chain(proved -> outbox.committing(records -> proof.still(proved)
                        .invoke(account -> account.deactivate(now))
                        .invoke(account -> records.add(new Profile(account.toService(now), now)))
                        .chain(account -> ends.all(account.id(), records))));
    }
}
