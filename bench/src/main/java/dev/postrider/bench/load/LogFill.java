package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.server.KafkaCluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Messages written straight into the log, as chat-service writes them, faster than people could: work for history. */
public final class LogFill {
    private static final byte[] NODE = "bench".getBytes(StandardCharsets.UTF_8);
    private static final Duration CLOSE = Duration.ofSeconds(60);

    private LogFill() {}

    /**
     * Among people, everybody with everybody; returns when all are durable.
     *
     * @throws IllegalStateException where Kafka did not take one
     */
    public static void write(KafkaCluster kafka, List<Person> people, int messages, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bodies bodies = new Bodies(random.split());
        AtomicLong refused = new AtomicLong();
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "5");
        long millis = System.currentTimeMillis();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < messages; number++) {
                Person from = people.get(random.nextInt(people.size()));
                Person to = people.get(random.nextInt(people.size()));
                String conversation = ConversationId.direct(from.id(), to.id()).text();
                Event.Message message = new Event.Message(
                        conversation,
                        0,
                        MessageTag.id(millis, 0, number),
                        from.id(),
                        bodies.next(),
                        Instant.ofEpochMilli(millis),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
                producer.send(
                        new ProducerRecord<>(
                                Topics.LOG.topicName(),
                                LogPartitions.of(conversation),
                                null,
                                conversation.getBytes(StandardCharsets.UTF_8),
                                LogCodec.write(message),
                                List.of(new RecordHeader("node", NODE))),
                        (metadata, failed) -> {
                            if (failed != null) {
                                refused.incrementAndGet();
                            }
                        });
            }
            producer.flush();
            producer.close(CLOSE);
        }
        if (refused.get() > 0) {
            throw new IllegalStateException("Kafka refused " + refused.get() + " records");
        }
    }
}
