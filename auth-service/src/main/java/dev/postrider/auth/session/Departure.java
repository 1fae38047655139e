package dev.postrider.auth.session;

import dev.postrider.auth.ops.Records;
import dev.postrider.base.identity.CookieNames;
import dev.postrider.base.identity.CredentialMechanism;
import dev.postrider.base.identity.TokenRefusedException;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.base.identity.VerifiedToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whose session a leaving client means, by whatever it still holds, and ends it. */
@ApplicationScoped
class Departure {
    private final Renewal renewal;
    private final SessionEnds ends;
    private final TokenVerifier verifier;
    private final CredentialMechanism credentials;
    private final CookieNames names;

    Departure(
            Renewal renewal,
            SessionEnds ends,
            TokenVerifier verifier,
            CredentialMechanism credentials,
            CookieNames names) {
        this.renewal = renewal;
        this.ends = ends;
        this.verifier = verifier;
        this.credentials = credentials;
        this.names = names;
    }

    Uni<Void> leave(HttpServerRequest request, Records records) {
        Cookie refresh = request.getCookie(names.refresh());
        Uni<Void> byRefresh = refresh == null
                ? Uni.createFrom().voidItem()
                : renewal.lockedSessionOf(refresh.getValue()).chain(session -> end(session, records));
        return byRefresh.chain(() -> access(request)
                .map(token ->
                        ends.one(token.userId(), token.sessionId(), records).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> end(@Nullable UserSession session, Records records) {
        return session != null && session.notEnded()
                ? ends.end(List.of(session), records)
                : Uni.createFrom().voidItem();
    }

    private Optional<VerifiedToken> access(HttpServerRequest request) {
        try {
            return credentials.tokenOf(request).map(verifier::verify);
        } catch (TokenRefusedException worthless) {
            return Optional.empty();
        }
    }
}
