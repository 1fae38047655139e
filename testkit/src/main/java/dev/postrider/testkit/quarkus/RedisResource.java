package dev.postrider.testkit.quarkus;

import dev.postrider.testkit.server.EmbeddedRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at this JVM's Redis. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.redis.hosts", EmbeddedRedis.shared().url());
    }

    /** The server is shared and ends with the JVM. */
    @Override
    public void stop() {}
}
