package dev.postrider.auth.session;

import dev.postrider.auth.ops.Outbox;
import dev.postrider.auth.ops.Records;
import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes a session. The rows are locked, session first, so of two calls at once the second finds the token replaced
 * and gets the same successor. A token used again after the grace ends its session, committed before the refusal.
 */
@ApplicationScoped
class Renewal {
    private static final Logger LOG = Logger.getLogger(Renewal.class);

    private final RefreshTokens tokens;
    private final Sessions sessions;
    private final SignedInAnswers answers;
    private final SessionEnds ends;
    private final Outbox outbox;
    private final Clock clock;

    Renewal(
            RefreshTokens tokens,
            Sessions sessions,
            SignedInAnswers answers,
            SessionEnds ends,
            Outbox outbox,
            Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.answers = answers;
        this.ends = ends;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The session with new tokens; fails with 401 {@code signed-out} if this token is worth nothing. */
    Uni<SignedIn> renew(String shown, String address) {
        return outbox.committing(
                        records -> lockedSessionOf(shown).chain(found -> renew(found, shown, address, records)))
                .map(renewed -> renewed.orElseThrow(() -> ProblemException.of(ProblemCode.SIGNED_OUT)));
    }

    /** The session whose refresh token this is, locked; null if there is none. */
    Uni<@Nullable UserSession> lockedSessionOf(String shown) {
        return tokens.sessionIdOf(shown)
                .chain(id -> id == null ? Uni.createFrom().nullItem() : sessions.locked(id));
    }

    private Uni<Optional<SignedIn>> renew(
            @Nullable UserSession session, String shown, String address, Records records) {
        Instant now = clock.instant();
        if (session == null || !session.living(now)) {
            return refused();
        }
        return tokens.locked(shown).chain(found -> {
            session.seen(address, now);
            return found == null ? refused() : use(found, session, shown, now, records);
        });
    }

    private Uni<Optional<SignedIn>> use(
            RefreshToken found, UserSession session, String shown, Instant now, Records records) {
        return switch (tokens.use(found, now)) {
            case FIRST -> tokens.next(shown, found, session, now).chain(next -> answers.of(session, next));
            case REPEATED -> answers.of(session, tokens.successor(shown));
            case STOLEN -> stolen(session, records);
            case EXPIRED -> refused();
        };
    }

    private Uni<Optional<SignedIn>> stolen(UserSession session, Records records) {
        LOG.warnf("A replaced refresh token was used again, its session ends: session=%s", session.id());
        return ends.end(List.of(session), records).chain(Renewal::refused);
    }

    private static Uni<Optional<SignedIn>> refused() {
        return Uni.createFrom().item(Optional.empty());
    }
}
