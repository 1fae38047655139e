package dev.postrider.auth.ops;

import dev.postrider.auth.AuthConfig;
import dev.postrider.base.start.Findings;
import dev.postrider.base.start.StartRules;
import dev.postrider.base.start.Unsafe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What auth-service does not start without in production; the highest a limit may be stands beside it. */
@ApplicationScoped
class ProductionRules implements StartRules {
    private final AuthConfig config;

    ProductionRules(AuthConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> broken() {
        AuthConfig.Limits limits = config.limits();
        return new Findings()
                .secret("auth.key-encryption-secret", config.keyEncryptionSecret())
                .limit("auth.limits.sign-ins-per-address-minute", limits.signInsPerAddressMinute(), 2_000)
                .limit("auth.limits.failed-per-account-hour", limits.failedPerAccountHour(), 1_000)
                .limit("auth.limits.windows-in-memory-max", limits.windowsInMemoryMax(), 5_000_000)
                .limit("auth.passwords.waiting-max", config.passwords().waitingMax(), 10_000)
                .all();
    }
}
