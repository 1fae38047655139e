package dev.postrider.stack.server;

import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka does not answer, or answered no. */
public final class KafkaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaRefusal(String message) {
        super(message);
    }

    KafkaRefusal(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether Kafka said that there is no such topic, which may be true for a moment only. */
    boolean isUnknownTopic() {
        return getCause() != null && getCause().getCause() instanceof UnknownTopicOrPartitionException;
    }
}
