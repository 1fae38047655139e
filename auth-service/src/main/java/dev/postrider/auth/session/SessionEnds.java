package dev.postrider.auth.session;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.ops.Records;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Ends sessions inside a transaction of the outbox: the row, its refresh tokens and the record that tells all services
 * are one fact. An ended session is told until the last token it could have has expired.
 */
@ApplicationScoped
public class SessionEnds {
    /** A ticket may begin at the last moment of an access token; clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Sessions sessions;
    private final RefreshTokens tokens;
    private final AuthConfig config;
    private final Clock clock;

    SessionEnds(Sessions sessions, RefreshTokens tokens, AuthConfig config, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** Ends every session of this user. */
    public Uni<Void> all(String user, Records records) {
        return sessions.living(user, clock.instant()).chain(living -> end(living, records));
    }

    /** Ends every session of this user but one. */
    public Uni<Void> allBut(String user, String kept, Records records) {
        return sessions.living(user, clock.instant())
                .map(living ->
                        living.stream().filter(one -> !one.id().equals(kept)).toList())
                .chain(others -> end(others, records));
    }

    /** Ends one, if it is this user's and was not ended before; answers whether it was. */
    Uni<Boolean> one(String user, String session, Records records) {
        return sessions.locked(session).chain(found -> {
            boolean theirs = found != null && found.notEnded() && found.userId().equals(user);
            return theirs
                    ? end(List.of(found), records).replaceWith(true)
                    : Uni.createFrom().item(false);
        });
    }

    Uni<Void> end(List<UserSession> ending, Records records) {
        if (ending.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Instant until = now.plus(config.accessLifetime()).plus(MARGIN);
        for (UserSession session : ending) {
            session.end(now);
            records.add(new SessionEnded(session.id(), session.userId(), until));
        }
        List<String> ids = ending.stream().map(UserSession::id).toList();
        return tokens.delete("sessionId in ?1", ids).replaceWithVoid();
    }
}
