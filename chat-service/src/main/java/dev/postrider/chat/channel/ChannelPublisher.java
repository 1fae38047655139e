package dev.postrider.chat.channel;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Writes to user channels. */
public interface ChannelPublisher {
    /** Completes once all in-sync replicas have it; exceptionally where that is unknown. Twice is harmless. */
    CompletionStage<Void> publish(int channel, List<String> recipients, byte[] frame);
}
