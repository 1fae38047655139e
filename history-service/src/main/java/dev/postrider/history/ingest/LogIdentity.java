package dev.postrider.history.ingest;

import dev.postrider.base.KafkaSettings;
import dev.postrider.contracts.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Which topic the log is: its id changes when it is deleted and made anew under the same name. */
@ApplicationScoped
public class LogIdentity {
    private static final int ANSWER_MILLIS_MAX = 5_000;

    private final KafkaSettings kafka;

    LogIdentity(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Asks the brokers. Blocks: for threads of one's own only.
     *
     * @throws KafkaException if they are away
     */
    public String topicId() throws InterruptedException {
        String topic = Topics.LOG.topicName();
        try (Admin admin = Admin.create(kafka.with(
                Map.of("request.timeout.ms", ANSWER_MILLIS_MAX, "default.api.timeout.ms", ANSWER_MILLIS_MAX)))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(2L * ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS)
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("the log cannot be described", away);
        }
    }
}
