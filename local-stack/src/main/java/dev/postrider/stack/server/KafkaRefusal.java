package dev.postrider.stack.server;

/** Kafka does not answer, or answered no. */
public final class KafkaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaRefusal(String message) {
        super(message);
    }

    KafkaRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
