package dev.postrider.chat.channel;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes to user channels. */
public interface ChannelPublisher {
    /** Completes once all in-sync replicas have it; exceptionally where that is unknown. Twice is harmless. */
    CompletionStage<Void> publish(int channel, List<String> recipients, byte[] frame);

    /** The same, and tells when the frame came in from which it was made; null where none did. */
    default CompletionStage<Void> publish(
            int channel, List<String> recipients, byte[] frame, @Nullable Arrival arrival) {
        return publish(channel, recipients, frame);
    }
}
