package dev.postrider.history.support;

import static org.awaitility.Awaitility.await;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.server.KafkaCluster;
import dev.postrider.testkit.server.EmbeddedKafka;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Empty topics and tables before and after, for tests that leave a world nobody else can use. */
public final class FreshWorld implements QuarkusTestResourceLifecycleManager {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /** Every topic is deleted and made anew: same names, other ids. */
    public static void replaceTopics() {
        String servers = EmbeddedKafka.shared().bootstrapServers();
        List<String> names =
                Arrays.stream(Topics.values()).map(Topics::topicName).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.deleteTopics(names).all().get();
            await().atMost(PATIENCE)
                    .until(() -> Collections.disjoint(admin.listTopics().names().get(), names));
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                new KafkaCluster(servers).createTopics((short) 1);
                return admin.listTopics().names().get().containsAll(names);
            });
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
