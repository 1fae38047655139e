package dev.postrider.chat.node;

import dev.postrider.chat.channel.KafkaChannelPublisher;
import dev.postrider.chat.channel.KafkaControlLog;
import dev.postrider.chat.channel.KafkaLogEnds;
import dev.postrider.chat.journal.KafkaJournal;
import jakarta.inject.Singleton;

/** Everything that writes to Kafka on the delivery path. */
@Singleton
class Writers {
    private final KafkaJournal journal;
    private final KafkaChannelPublisher publisher;
    private final KafkaControlLog control;
    private final KafkaLogEnds ends;
    private final DeliveryLanes lanes;

    Writers(
            KafkaJournal journal,
            KafkaChannelPublisher publisher,
            KafkaControlLog control,
            KafkaLogEnds ends,
            DeliveryLanes lanes) {
        this.journal = journal;
        this.publisher = publisher;
        this.control = control;
        this.ends = ends;
        this.lanes = lanes;
    }

    /** Blocks until the first send need not wait for metadata. */
    void warm() {
        journal.warm();
        publisher.warm();
        control.warm();
    }

    /** Messages first, then their copies to other nodes. */
    void flush() {
        journal.close();
        lanes.close();
        publisher.close();
    }

    void close() {
        control.close();
        ends.close();
    }
}
