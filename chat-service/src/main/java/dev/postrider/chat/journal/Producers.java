package dev.postrider.chat.journal;

import dev.postrider.chat.ChatConfig;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Settings of producers on the delivery path: durable, ordered, at once.
 *
 * <p>One request at a time to a broker: what comes meanwhile goes with the next one. So a quiet log is written to without
 * waiting, and a busy one in requests of many records, by the log's own pace and without a linger to choose.
 */
public final class Producers {
    private Producers() {}

    public static Map<String, Object> durable(ChatConfig.Journal config) {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                config.maxBlock().toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) config.deliveryTimeout().toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) config.requestTimeout().toMillis(),
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                config.bufferBytesMax(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }
}
