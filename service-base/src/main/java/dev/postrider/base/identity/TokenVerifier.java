package dev.postrider.base.identity;

import dev.postrider.contracts.rest.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token is genuine, ours, in time and of a living session, from memory alone: safe on event loops,
 * about half a millisecond of CPU for the signature, once a token. Only ES256 is taken.
 */
@ApplicationScoped
public class TokenVerifier {
    private static final int TOKEN_CHARS_MAX = 4_096;
    private static final int KNOWN_TOKENS_MAX = 20_000;

    private final KeyRing ring;
    private final EndedSessions ended;
    private final JwtConsumer access;
    private final JwtConsumer ticket;
    private final InstantSource clock = InstantSource.system();
    private final KnownClaims known = new KnownClaims(clock, KNOWN_TOKENS_MAX);

    TokenVerifier(KeyRing ring, EndedSessions ended) {
        this.ring = ring;
        this.ended = ended;
        this.access = consumer(TokenClaims.ACCESS);
        this.ticket = consumer(TokenClaims.TICKET);
    }

    /** @throws TokenRefusedException unless this is an access token that holds now */
    public VerifiedToken verify(String token) {
        return verified(known(token));
    }

    /**
     * As {@link #verify}, for tickets; one whose access is over is refused as well, though its own time is not. That a ticket is
     * taken once is the caller's to see to.
     */
    public VerifiedTicket verifyTicket(String token) {
        JwtClaims claims = process(ticket, token).getJwtClaims();
        VerifiedToken common = verified(claims);
        try {
            Instant until = Instant.ofEpochSecond(required(claims.getClaimValue(TokenClaims.UNTIL, Long.class)));
            if (!clock.instant().isBefore(until)) {
                throw new TokenRefusedException("the access that the ticket stands for has ended");
            }
            return new VerifiedTicket(
                    required(claims.getJwtId()),
                    common.userId(),
                    common.sessionId(),
                    common.scopes(),
                    common.expiresAt(),
                    until);
        } catch (MalformedClaimException | DateTimeException malformed) {
            throw new TokenRefusedException("a claim is malformed");
        }
    }

    /** The verified claims of an access token, the ended sessions already refused. */
    JwtClaims accessClaims(String token) {
        JwtClaims claims = known(token);
        verified(claims);
        return claims;
    }

    private VerifiedToken verified(JwtClaims claims) {
        try {
            String session = required(claims.getStringClaimValue(TokenClaims.SESSION));
            if (ended.isEnded(session)) {
                throw new TokenRefusedException("the session has ended");
            }
            return new VerifiedToken(
                    claims.getSubject(),
                    session,
                    scopes(claims),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()),
                    self(claims));
        } catch (MalformedClaimException | DateTimeException malformed) {
            throw new TokenRefusedException("a claim is malformed");
        }
    }

    private static @Nullable User self(JwtClaims claims) throws MalformedClaimException {
        String username = claims.getStringClaimValue(TokenClaims.USERNAME);
        String name = claims.getStringClaimValue(TokenClaims.NAME);
        String color = claims.getStringClaimValue(TokenClaims.COLOR);
        if (username == null || name == null || color == null) {
            return null;
        }
        boolean bot = Boolean.TRUE.equals(claims.getClaimValue(TokenClaims.BOT, Boolean.class));
        return new User(claims.getSubject(), username, name, color, bot, null, null, null, null, null);
    }

    static Set<String> scopes(JwtClaims claims) throws MalformedClaimException {
        String scope = claims.getStringClaimValue(TokenClaims.SCOPE);
        return scope == null || scope.isBlank()
                ? Set.of()
                : Set.copyOf(List.of(scope.trim().split(" +")));
    }

    /** Of a genuine access token in time; its signature is checked where that has not been done before. */
    private JwtClaims known(String token) {
        return known.find(token, ring::find).orElseGet(() -> learned(token));
    }

    private JwtClaims learned(String token) {
        JwtContext context = process(access, token);
        JwtClaims claims = context.getJwtClaims();
        try {
            JsonWebStructure signature = context.getJoseObjects().getFirst();
            Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            known.learn(token, claims, expiresAt, signature.getKeyIdHeaderValue(), signature.getKey());
        } catch (MalformedClaimException | DateTimeException malformed) {
            throw new TokenRefusedException("a claim is malformed");
        }
        return claims;
    }

    private static JwtContext process(JwtConsumer consumer, String token) {
        if (token.length() > TOKEN_CHARS_MAX) {
            throw new TokenRefusedException("the token is too long");
        }
        try {
            return consumer.process(token);
        } catch (InvalidJwtException refused) {
            throw new TokenRefusedException("the token is not valid");
        }
    }

    private JwtConsumer consumer(String type) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(this::key)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setExpectedIssuer(TokenClaims.ISSUER)
                .setExpectedAudience(TokenClaims.AUDIENCE)
                .registerValidator(ofType(type))
                .build();
    }

    private static Validator ofType(String type) {
        return context -> type.equals(context.getJwtClaims().getClaimValue(TokenClaims.TYPE))
                ? null
                : "The token is of another type.";
    }

    private Key key(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        return ring.find(keyId == null ? "" : keyId)
                .orElseThrow(() -> new UnresolvableKeyException("The key is not known."));
    }

    private static <T> T required(@Nullable T claim) {
        if (claim == null) {
            throw new TokenRefusedException("a claim is missing");
        }
        return claim;
    }
}
