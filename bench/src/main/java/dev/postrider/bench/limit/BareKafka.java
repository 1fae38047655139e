package dev.postrider.bench.limit;

import dev.postrider.bench.measure.Latencies;
import dev.postrider.bench.report.RoundRow.Latency;
import dev.postrider.stack.server.KafkaCluster;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records straight into Kafka and out again, in this process, with the log's durability (acks=all, idempotent) and as many
 * parts as the log: what an acknowledgement and a hop over a channel cost at least.
 */
public final class BareKafka implements AutoCloseable {
    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 64;
    private static final int RECORD_BYTES = 300;
    private static final int DIGITS = 3;
    private static final long SECONDS_MAX = 30;
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrap;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SplittableRandom random;

    public BareKafka(KafkaCluster kafka, long seed) {
        this.bootstrap = kafka.bootstrapServers();
        this.random = new SplittableRandom(seed);
        BareTopic.make(kafka, TOPIC, PARTITIONS);
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Milliseconds from the intended time to the acknowledgement, and to the consumer. */
    public record Result(long sent, long acknowledged, long consumed, Latency acknowledgement, Latency endToEnd) {}

    /** At that rate for that long. */
    public Result run(double perSecond, double seconds) {
        Histogram acknowledgement = new ConcurrentHistogram(DIGITS);
        Histogram endToEnd = new ConcurrentHistogram(DIGITS);
        AtomicLong acknowledged = new AtomicLong();
        AtomicLong consumed = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean ready = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> read(over, ready, consumed, endToEnd));
        while (!ready.get()) {
            LockSupport.parkNanos(1_000_000);
        }
        long sent = 0;
        double next = System.nanoTime();
        double until = next + seconds * 1e9;
        while (next < until) {
            next += -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            LockSupport.parkNanos((long) next - System.nanoTime());
            long intended = (long) next;
            byte[] value = ByteBuffer.allocate(RECORD_BYTES).putLong(intended).array();
            producer.send(new ProducerRecord<>(TOPIC, random.nextInt(PARTITIONS), null, value), (metadata, failed) -> {
                if (failed == null) {
                    acknowledged.incrementAndGet();
                    acknowledgement.recordValue(Math.max(0, System.nanoTime() - intended));
                }
            });
            sent++;
        }
        producer.flush();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (consumed.get() < sent && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        over.set(true);
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Result(
                sent, acknowledged.get(), consumed.get(), Latencies.of(acknowledgement), Latencies.of(endToEnd));
    }

    private void read(AtomicBoolean over, AtomicBoolean ready, AtomicLong consumed, Histogram endToEnd) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("fetch.min.bytes", "1");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = IntStream.range(0, PARTITIONS)
                    .mapToObj(part -> new TopicPartition(TOPIC, part))
                    .toList();
            consumer.assign(parts);
            consumer.seekToEnd(parts);
            parts.forEach(consumer::position);
            ready.set(true);
            while (!over.get()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    endToEnd.recordValue(Math.max(
                            0,
                            System.nanoTime() - ByteBuffer.wrap(record.value()).getLong()));
                    consumed.incrementAndGet();
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(SECONDS_MAX));
    }
}
