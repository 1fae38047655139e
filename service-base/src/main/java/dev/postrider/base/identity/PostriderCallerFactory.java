package dev.postrider.base.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Makes smallrye-jwt verify with our keys, which change at run time, and refuse ended sessions. Scopes become roles,
 * so that {@code @RolesAllowed("admin")} works.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class PostriderCallerFactory extends JWTCallerPrincipalFactory {
    private final TokenVerifier verifier;

    PostriderCallerFactory(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        try {
            JwtClaims claims = verifier.accessClaims(token);
            claims.setStringListClaim(Claims.groups.name(), List.copyOf(TokenVerifier.scopes(claims)));
            return new DefaultJWTCallerPrincipal(token, TokenClaims.ACCESS, claims);
        } catch (TokenRefusedException | MalformedClaimException refused) {
            throw new ParseException(refused.getMessage(), refused);
        }
    }
}
