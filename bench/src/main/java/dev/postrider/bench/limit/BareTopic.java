package dev.postrider.bench.limit;

import dev.postrider.stack.server.KafkaCluster;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic of the benchmark's own, emptied before it is used. */
final class BareTopic {
    private static final long SECONDS_MAX = 30;
    private static final long LOOK_MILLIS = 100;

    private BareTopic() {}

    static void make(KafkaCluster kafka, String topic, int parts) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            if (there(admin, topic)) {
                admin.deleteTopics(List.of(topic)).all().get(SECONDS_MAX, TimeUnit.SECONDS);
                while (there(admin, topic)) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
            admin.createTopics(List.of(new NewTopic(topic, parts, (short) 1)))
                    .all()
                    .get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the topic " + topic, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean there(Admin admin, String topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        return admin.listTopics().names().get(SECONDS_MAX, TimeUnit.SECONDS).contains(topic);
    }
}
