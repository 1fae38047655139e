package dev.postrider.bench.load;

import dev.postrider.bench.fill.Chat;
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
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Messages written straight into the log, as chat-service writes them, faster than people could: work for history. */
public final class LogFill {
    private static final byte[] NODE = "bench".getBytes(StandardCharsets.UTF_8);
    private static final Duration CLOSE = Duration.ofSeconds(60);

    private LogFill() {}

    /** Who says something, and where. */
    private record Turn(Person from, String conversation) {}

    /**
     * Among people, everybody with everybody; returns when all are durable.
     *
     * @throws IllegalStateException where Kafka did not take one
     */
    public static void write(KafkaCluster kafka, List<Person> people, int messages, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        write(kafka, messages, random, number -> {
            Person from = people.get(random.nextInt(people.size()));
            Person to = people.get(random.nextInt(people.size()));
            return new Turn(from, ConversationId.direct(from.id(), to.id()).text());
        });
    }

    /** The same in these conversations, one after the other, by either of their people. */
    public static void writeEach(KafkaCluster kafka, List<Chat> chats, int messages, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        write(kafka, messages, random, number -> {
            Chat chat = chats.get(number % chats.size());
            return new Turn(random.nextBoolean() ? chat.one() : chat.other(), chat.id());
        });
    }

    private static void write(KafkaCluster kafka, int messages, SplittableRandom random, IntFunction<Turn> turns) {
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
                Turn turn = turns.apply(number);
                Event.Message message = new Event.Message(
                        turn.conversation(),
                        0,
                        MessageTag.id(millis, 0, number),
                        turn.from().id(),
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
                                LogPartitions.of(turn.conversation()),
                                null,
                                turn.conversation().getBytes(StandardCharsets.UTF_8),
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
