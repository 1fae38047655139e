package dev.postrider.base.topic;

import dev.postrider.base.start.Unsafe;
import dev.postrider.base.start.UnsafeStartException;
import dev.postrider.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** In production an acknowledged record stands on two machines at least, or nothing is acknowledged at all. */
final class TopicCopies {
    private static final int COPIES_MIN = 2;
    private static final String IN_SYNC = "min.insync.replicas";
    private static final int ANSWER_SECONDS_MAX = 10;
    private static final int PAUSE_MILLIS = 500;

    private TopicCopies() {}

    /** Asks until the broker answers. @throws UnsafeStartException where a topic is not safe, or may not be looked at */
    static void check(Admin admin, Topics... topics) throws InterruptedException {
        List<Unsafe> broken;
        do {
            broken = ask(admin, topics);
            if (broken == null) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } while (broken == null);
        if (!broken.isEmpty()) {
            throw new UnsafeStartException(broken);
        }
    }

    /** The two rules of one topic, for the copies its least copied partition has and its in-sync minimum. */
    static List<Unsafe> broken(String topic, int copies, int inSync) {
        return Stream.concat(
                        copies < COPIES_MIN
                                ? Stream.of(new Unsafe(
                                        "replication of topic " + topic,
                                        "is %d: one dead disk would lose messages".formatted(copies)))
                                : Stream.empty(),
                        inSync < COPIES_MIN
                                ? Stream.of(new Unsafe(
                                        IN_SYNC + " of topic " + topic,
                                        "is %d: one machine alone would acknowledge".formatted(inSync)))
                                : Stream.empty())
                .toList();
    }

    private static @Nullable List<Unsafe> ask(Admin admin, Topics... topics) throws InterruptedException {
        List<String> names = Arrays.stream(topics).map(Topics::topicName).toList();
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            Map<ConfigResource, Config> settings = admin.describeConfigs(
                            names.stream().map(TopicCopies::resource).toList())
                    .all()
                    .get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            List<Unsafe> all = new ArrayList<>();
            for (String name : names) {
                TopicDescription topic = found.get(name);
                Config ofTopic = settings.get(resource(name));
                if (topic == null || ofTopic == null) {
                    return null;
                }
                all.addAll(broken(name, copies(topic), inSync(ofTopic)));
            }
            return all;
        } catch (TimeoutException away) {
            return null;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RetriableException) {
                return null;
            }
            return List.of(new Unsafe(
                    IN_SYNC, "cannot be looked at, which needs Describe and DescribeConfigs: " + refused.getMessage()));
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static int copies(TopicDescription topic) {
        return topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    private static int inSync(Config settings) {
        ConfigEntry entry = settings.get(IN_SYNC);
        return entry == null ? 0 : Integer.parseInt(entry.value());
    }
}
