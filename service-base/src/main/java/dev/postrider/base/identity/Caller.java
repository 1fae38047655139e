package dev.postrider.base.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request. For resources under {@code @Authenticated}; elsewhere every method fails. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String userId() {
        return token().getSubject();
    }

    public String sessionId() {
        return token().getClaim(TokenClaims.SESSION);
    }

    public Set<String> scopes() {
        return token().getGroups();
    }

    public boolean admin() {
        return scopes().contains(TokenClaims.ADMIN);
    }

    /** When this access ends, unless it is renewed. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new TokenRefusedException("nobody is signed in");
    }
}
