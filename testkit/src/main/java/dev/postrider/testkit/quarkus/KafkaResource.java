package dev.postrider.testkit.quarkus;

import dev.postrider.testkit.server.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at this JVM's Kafka, topics created. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String servers = EmbeddedKafka.shared().bootstrapServers();
        return Map.of(
                "kafka.bootstrap.servers", servers, "mp.messaging.connector.smallrye-kafka.bootstrap.servers", servers);
    }

    /** The server is shared and ends with the JVM. */
    @Override
    public void stop() {}
}
