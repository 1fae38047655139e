package dev.postrider.stack.server;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.process.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;

/** A Kafka, ours or somebody's own, as its clients reach it. */
public record KafkaCluster(String bootstrapServers) {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final Duration CREATE_LIMIT = Duration.ofSeconds(30);

    /** Whether a broker answers now. */
    public boolean answers() {
        try (Admin admin = admin(ANSWER_LIMIT)) {
            return !ended(admin.describeCluster().nodes(), ANSWER_LIMIT).isEmpty();
        } catch (KafkaRefusal silent) {
            return false;
        }
    }

    /**
     * Creates the declared topics that are not there: the one step of the start that does.
     *
     * @param replication copies of each partition; two or more keep one in-sync copy beside the leader
     * @throws KafkaRefusal where Kafka refuses, or a topic stands with another partition count
     */
    public void createTopics(short replication) {
        try (Admin admin = admin(CREATE_LIMIT)) {
            Set<String> present = ended(admin.listTopics().names(), CREATE_LIMIT);
            List<NewTopic> missing = Arrays.stream(Topics.values())
                    .filter(topic -> !present.contains(topic.topicName()))
                    .map(topic -> declared(topic, replication))
                    .toList();
            ended(admin.createTopics(missing).all(), CREATE_LIMIT);
            checkPartitions(admin);
        }
    }

    /** Deletes the declared topics with all they hold and creates them anew, with other topic ids. */
    public void emptyTopics(short replication) {
        try (Admin admin = admin(CREATE_LIMIT)) {
            Set<String> present = ended(admin.listTopics().names(), CREATE_LIMIT);
            List<String> declared = Arrays.stream(Topics.values())
                    .map(Topics::topicName)
                    .filter(present::contains)
                    .toList();
            ended(admin.deleteTopics(declared).all(), CREATE_LIMIT);
            awaitGone(admin, declared);
        }
        createTopics(replication);
    }

    /** A broker goes on naming deleted topics for a moment. */
    private static void awaitGone(Admin admin, List<String> deleted) {
        boolean gone = Patience.await(
                CREATE_LIMIT,
                () -> Collections.disjoint(ended(admin.listTopics().names(), CREATE_LIMIT), deleted));
        if (!gone) {
            throw new KafkaRefusal("deleted topics are still there after " + CREATE_LIMIT.toSeconds() + " s");
        }
    }

    private static NewTopic declared(Topics topic, short replication) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("min.insync.replicas", replication > 1 ? "2" : "1");
        return new NewTopic(topic.topicName(), topic.partitions(), replication).configs(settings);
    }

    /** Brokers learn of a new topic some moments after it was created: until then they know nothing of it. */
    private static void checkPartitions(Admin admin) {
        List<String> names =
                Arrays.stream(Topics.values()).map(Topics::topicName).toList();
        Map<String, TopicDescription> found = new HashMap<>();
        Patience.await(CREATE_LIMIT, () -> {
            try {
                found.putAll(ended(admin.describeTopics(names).allTopicNames(), CREATE_LIMIT));
                return true;
            } catch (KafkaRefusal notYet) {
                return !notYet.isUnknownTopic();
            }
        });
        for (Topics topic : Topics.values()) {
            TopicDescription description = found.get(topic.topicName());
            int partitions = description == null ? 0 : description.partitions().size();
            if (partitions != topic.partitions()) {
                throw new KafkaRefusal("topic %s has %d partitions, but must have %d"
                        .formatted(topic.topicName(), partitions, topic.partitions()));
            }
        }
    }

    /** Kafka finds its classes by the thread's loader, which under a test framework need not be the one it came from. */
    private Admin admin(Duration limit) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Admin.class.getClassLoader());
        try {
            return Admin.create(settings((int) limit.toMillis()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> settings(int limitMillis) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limitMillis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limitMillis,
                AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, Math.min(1_000, limitMillis));
    }

    private static <T> T ended(KafkaFuture<T> future, Duration limit) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new KafkaRefusal(String.valueOf(cause.getMessage()), refused);
        } catch (TimeoutException silent) {
            throw new KafkaRefusal("Kafka did not answer within " + limit.toSeconds() + " s", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaRefusal("interrupted", interrupted);
        }
    }
}
