package dev.postrider.base.topic;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.start.SafeStart;
import dev.postrider.base.start.UnsafeStartException;
import dev.postrider.contracts.topic.Topics;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Holds whoever reads or writes a topic until it exists as declared. Nobody but the first start creates topics. */
@ApplicationScoped
public class TopicCheck {
    private static final Logger LOG = Logger.getLogger(TopicCheck.class);
    private static final int ANSWER_MILLIS_MAX = 5_000;
    private static final int PAUSE_MILLIS = 500;

    private final KafkaSettings kafka;

    TopicCheck(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Waits, if need be for ever, until these topics exist. Blocks: for threads of one's own only.
     *
     * @throws WrongPartitionsException if one has another partition count; the process is then told to exit with 1
     * @throws UnsafeStartException likewise, if in production one is kept in fewer than two copies
     * @throws InterruptedException if this thread was asked to stop meanwhile
     */
    public void await(Topics... topics) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.with(
                Map.of("request.timeout.ms", ANSWER_MILLIS_MAX, "default.api.timeout.ms", ANSWER_MILLIS_MAX)))) {
            boolean told = false;
            while (!allExist(admin, topics)) {
                if (!told) {
                    LOG.infof("Waiting for topics: %s", Arrays.toString(topics));
                    told = true;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            if (SafeStart.inProduction()) {
                TopicCopies.check(admin, topics);
            }
        } catch (WrongPartitionsException | UnsafeStartException wrong) {
            LOG.error(wrong.getMessage());
            Quarkus.asyncExit(1);
            throw wrong;
        }
    }

    private static boolean allExist(Admin admin, Topics... topics) throws InterruptedException {
        List<String> names = Arrays.stream(topics).map(Topics::topicName).toList();
        Map<String, KafkaFuture<TopicDescription>> found;
        try {
            found = admin.describeTopics(names).topicNameValues();
        } catch (KafkaException away) {
            return false;
        }
        for (Topics topic : topics) {
            if (!exists(topic, found.get(topic.topicName()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean exists(Topics topic, @Nullable KafkaFuture<TopicDescription> answer)
            throws InterruptedException {
        if (answer == null) {
            return false;
        }
        int partitions;
        try {
            partitions = answer.get(2L * ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
        if (partitions != topic.partitions()) {
            throw new WrongPartitionsException(topic, partitions);
        }
        return true;
    }
}
