package dev.postrider.auth.ops;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Writes to {@code chat.control}. A call succeeds once all in-sync replicas have the record, or fails within seconds. */
@ApplicationScoped
public class ControlPublisher {
    private final MutinyEmitter<byte[]> control;

    ControlPublisher(@Channel("control") MutinyEmitter<byte[]> control) {
        this.control = control;
    }

    public Uni<Void> publish(String key, byte[] record) {
        OutgoingKafkaRecordMetadata<String> metadata =
                OutgoingKafkaRecordMetadata.<String>builder().withKey(key).build();
        return control.sendMessage(Message.of(record).addMetadata(metadata));
    }
}
