package dev.postrider.history.ingest;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Puts what nobody can use on chat.dead, as it was, with headers that say why and where it stood. */
@ApplicationScoped
public class DeadLetters {
    static final String REASON = "postrider-reason";
    static final String TOPIC = "postrider-topic";
    static final String PARTITION = "postrider-partition";
    static final String OFFSET = "postrider-offset";

    private final MutinyEmitter<byte[]> dead;

    DeadLetters(@Channel("dead") MutinyEmitter<byte[]> dead) {
        this.dead = dead;
    }

    /** Done when it is acknowledged; after a failure it may stand there twice. */
    Uni<Void> send(Intake.DeadRecord one) {
        ConsumerRecord<byte[], byte[]> record = one.record();
        RecordHeaders headers = new RecordHeaders();
        header(headers, REASON, one.reason());
        header(headers, TOPIC, record.topic());
        header(headers, PARTITION, Integer.toString(record.partition()));
        header(headers, OFFSET, Long.toString(record.offset()));
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return dead.sendMessage(Message.of(value).addMetadata(metadata));
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
