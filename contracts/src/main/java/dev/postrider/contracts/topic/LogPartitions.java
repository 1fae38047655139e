package dev.postrider.contracts.topic;

import java.nio.charset.StandardCharsets;

/** Which partition of {@code chat.log} holds a conversation: all its events, in their one order. */
public final class LogPartitions {
    public static final int COUNT = 64;

    private LogPartitions() {}

    /** 0 to 63; equal to what Kafka's default partitioner gives the key. */
    public static int of(String conversation) {
        return (Murmur2.hash(conversation.getBytes(StandardCharsets.UTF_8)) & 0x7fffffff) % COUNT;
    }
}
