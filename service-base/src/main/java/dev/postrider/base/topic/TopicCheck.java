package dev.postrider.base.topic;

import dev.postrider.contracts.topic.Topics;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Waits, on a thread of its own, until every topic exists with the declared partition count. Another count would send
 * conversations and users elsewhere, so the process stops and says which topic it was.
 */
@Singleton
@Readiness
public class TopicCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(TopicCheck.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ANSWER_SECONDS_MAX = 5;

    private final String bootstrapServers;
    private volatile boolean sound;
    private volatile boolean stopping;

    public TopicCheck(SmallRyeConfig config) {
        this.bootstrapServers = config.getValue("kafka.bootstrap.servers", String.class);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("topic-check").daemon(true).start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics as declared").status(sound).build();
    }

    /** The first topic whose partition count is not the declared one, as a sentence; empty where all are sound. */
    static List<String> faults(Map<String, Integer> partitions) {
        return Arrays.stream(Topics.values())
                .filter(topic -> partitions.get(topic.topicName()) != topic.partitions())
                .map(topic -> "topic %s has %d partitions, declared are %d"
                        .formatted(topic.topicName(), partitions.get(topic.topicName()), topic.partitions()))
                .toList();
    }

    private void run() {
        List<String> names =
                Arrays.stream(Topics.values()).map(Topics::topicName).toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (!stopping && !sound) {
                look(admin, names);
                if (!sound) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin, List<String> names) throws InterruptedException {
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            Map<String, Integer> partitions = found.values().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));
            judge(faults(partitions));
        } catch (ExecutionException | TimeoutException notYet) {
            LOG.debug("topics are not there yet");
        }
    }

    private void judge(List<String> faults) {
        if (faults.isEmpty()) {
            sound = true;
            return;
        }
        LOG.fatalf("refusing to work: %s; see the operations guide, \"number of partitions\"", faults.getFirst());
        stopping = true;
        Quarkus.asyncExit(1);
    }
}
