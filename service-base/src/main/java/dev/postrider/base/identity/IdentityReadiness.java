package dev.postrider.base.identity;

import dev.postrider.base.control.ControlReader;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the ended sessions are known and some key can be verified with. Never unready again: a broker that is
 * away later stops neither reading nor signing in.
 */
@Readiness
@ApplicationScoped
public class IdentityReadiness implements HealthCheck {
    private final ControlReader reader;
    private final KeyRing keys;

    IdentityReadiness(ControlReader reader, KeyRing keys) {
        this.reader = reader;
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("identity")
                .status(reader.caughtUp() && keys.known())
                .withData("controlRead", reader.caughtUp())
                .withData("keysKnown", keys.known())
                .build();
    }
}
