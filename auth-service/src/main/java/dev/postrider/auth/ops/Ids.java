package dev.postrider.auth.ops;

import dev.postrider.contracts.rule.Ulids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

/** Fresh ids and secrets from a secure source. */
@ApplicationScoped
public class Ids {
    private static final int SECRET_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    /** A ULID of now. */
    public String next() {
        return Ulids.next(clock.millis(), random);
    }

    /** 256 random bits as base64url, 43 characters. */
    public String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
