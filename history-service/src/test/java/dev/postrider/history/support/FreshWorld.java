package dev.postrider.history.support;

import static org.awaitility.Awaitility.await;

import dev.postrider.testkit.server.EmbeddedKafka;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;

/** Empty topics and tables before and after, for tests that leave a world nobody else can use. */
public final class FreshWorld implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Map<String, String> start() {
        empty();
        return Map.of();
    }

    @Override
    public void stop() {
        empty();
    }

    private static void empty() {
        replaceTopics();
        EmbeddedMariaDb.shared().empty(Tables.SCHEMA);
    }

    /** Every topic is deleted and made anew: same names, other ids. A broker may need a moment to know them. */
    public static void replaceTopics() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            EmbeddedKafka.shared().empty();
            return true;
        });
    }
}
