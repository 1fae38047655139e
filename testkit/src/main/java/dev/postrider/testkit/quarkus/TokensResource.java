package dev.postrider.testkit.quarkus;

import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at the key set and users of {@link TestTokens} instead of an auth-service. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("postrider.auth-url", TestTokens.url());
    }

    /** Ends with the JVM. */
    @Override
    public void stop() {}
}
