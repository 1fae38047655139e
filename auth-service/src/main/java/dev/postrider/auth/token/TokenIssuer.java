package dev.postrider.auth.token;

import dev.postrider.auth.AuthConfig;
import dev.postrider.auth.key.SigningKeys;
import dev.postrider.auth.ops.Ids;
import dev.postrider.base.identity.TokenClaims;
import dev.postrider.contracts.rest.User;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Signs access tokens and tickets with the key of the moment. About half a millisecond of CPU each. */
@ApplicationScoped
public class TokenIssuer {
    private final SigningKeys keys;
    private final AuthConfig config;
    private final Ids ids;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, AuthConfig config, Ids ids, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A fresh access token of that session. It names its owner, so that chat nodes can greet without us. */
    public String access(User user, String session, Collection<String> scopes) {
        JwtClaimsBuilder claims = Jwt.claims()
                .claim(TokenClaims.USERNAME, user.username())
                .claim(TokenClaims.NAME, user.displayName())
                .claim(TokenClaims.COLOR, user.color())
                .claim(TokenClaims.BOT, user.bot());
        return signed(user.id(), session, scopes, TokenClaims.ACCESS, config.accessLifetime(), claims);
    }

    /** A ticket for one socket, standing for access that ends at {@code until}. */
    public String ticket(String user, String session, Collection<String> scopes, Instant until) {
        JwtClaimsBuilder claims = Jwt.claims().claim(TokenClaims.UNTIL, until.getEpochSecond());
        return signed(user, session, scopes, TokenClaims.TICKET, config.ticketLifetime(), claims);
    }

    private String signed(
            String user,
            String session,
            Collection<String> scopes,
            String type,
            Duration lifetime,
            JwtClaimsBuilder claims) {
        SigningKeys.Signer signer = keys.signer();
        Instant now = clock.instant();
        return claims.issuer(TokenClaims.ISSUER)
                .audience(TokenClaims.AUDIENCE)
                .subject(user)
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .claim("jti", ids.next())
                .claim(TokenClaims.SESSION, session)
                .claim(TokenClaims.TYPE, type)
                .claim(TokenClaims.SCOPE, String.join(" ", scopes))
                .jws()
                .keyId(signer.keyId())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(signer.key());
    }
}
