package dev.postrider.auth.password;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Records;
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
    private final KnownBrowsers browsers;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final Clock clock;

    PasswordChange(
            PasswordProof proof,
            Hashing hashing,
            KnownBrowsers browsers,
            SessionEnds ends,
            Outbox outbox,
            Clock clock) {
        this.proof = proof;
        this.hashing = hashing;
        this.browsers = browsers;
        this.ends = ends;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sets the next password; every session but {@code kept} ends with it. Answers by what this browser is known now. */
    Uni<String> change(String username, String current, String next, String kept) {
        return proof.inside(username, kept)
                .chain(attempt -> proof.prove(attempt, current))
                .chain(proved -> hashing.hash(next)
                        .chain(hash -> outbox.committing(records -> set(proved, hash, kept, records))));
    }

    private Uni<String> set(Account proved, String hash, String kept, Records records) {
        return proof.still(proved)
                .invoke(account -> account.changePassword(hash))
                .call(account -> ends.allBut(account.id(), kept, records))
                .map(browsers::cookie);
    }

    /** The account is hidden, its sessions end, its name is told as deactivated. */
    Uni<Void> deactivate(String username, String password, String session) {
        Instant now = clock.instant();
        return proof.inside(username, session)
                .chain(attempt -> proof.prove(attempt, password))
                .chain(proved -> outbox.committing(records -> proof.still(proved)
                        .invoke(account -> account.deactivate(now))
                        .invoke(account -> records.add(new Profile(account.toService(now), now)))
                        .chain(account -> ends.all(account.id(), records))));
    }
}
