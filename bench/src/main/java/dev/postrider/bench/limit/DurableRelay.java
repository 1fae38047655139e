package dev.postrider.bench.limit;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.relay.Relay;
import dev.postrider.relay.VertxRelay;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The relay on Vert.x that keeps one promise more: it answers and forwards once Kafka has the message on all in-sync
 * replicas. Nobody is checked or limited, no repeat is noticed, no other node is told: {@code PORT BOOTSTRAP}.
 */
final class DurableRelay implements Relay.Order {
    private final Producer<byte[], byte[]> producer;

    private DurableRelay(String bootstrap) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        // As in chat-service: what comes meanwhile goes with the next request, which costs everybody less.
        settings.put("max.in.flight.requests.per.connection", "1");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static void main(String[] words) {
        DurableRelay order = new DurableRelay(words[1]);
        VertxRelay.serve(new Relay<>(ServerWebSocket::writeTextMessage, order), Integer.parseInt(words[0]));
    }

    @Override
    public void place(String conversation, Supplier<String> record, LongConsumer placed) {
        byte[] value = record.get().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(
                        BareStore.TOPIC,
                        LogPartitions.of(conversation),
                        conversation.getBytes(StandardCharsets.UTF_8),
                        value),
                (metadata, failed) -> {
                    if (failed == null) {
                        placed.accept(metadata.offset());
                    }
                });
    }
}
