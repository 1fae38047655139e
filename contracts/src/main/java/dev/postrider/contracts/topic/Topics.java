package dev.postrider.contracts.topic;

import java.util.Map;

/**
 * Every topic, declared once. One step of the start creates them; every service waits for them and refuses another
 * partition count. Replication and the in-sync minimum belong to the installation, not to the declaration.
 */
public enum Topics {
    /** All events of all conversations, key = conversation. Kept for ever unless an operator decides otherwise. */
    LOG("chat.log", LogPartitions.COUNT, Map.of("retention.ms", "-1", "retention.bytes", "-1")),
    /** Frames on their way to other nodes, one partition per user channel. */
    CHANNELS("chat.channels", Channels.COUNT, Map.of("retention.ms", "3600000", "segment.ms", "600000")),
    /** Who serves which channel, ended sessions, keys, profiles, membership notices. */
    CONTROL("chat.control", 1, Map.of("retention.ms", "7200000", "segment.ms", "600000")),
    /** What outside producers write, signed per feed. */
    INGEST("chat.ingest", 16, Map.of("retention.ms", "604800000")),
    /** Newest value per key of the feeds that keep only that. */
    LATEST("chat.latest", 16, Map.of("cleanup.policy", "compact")),
    /** Records that pure code found unusable, with the reason in a header. */
    DEAD("chat.dead", 1, Map.of("retention.ms", "2592000000"));

    private final String topicName;
    private final int partitions;
    private final Map<String, String> settings;

    Topics(String topicName, int partitions, Map<String, String> settings) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.settings = settings;
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** Topic settings besides {@code message.timestamp.type=LogAppendTime}, which every topic gets. */
    public Map<String, String> settings() {
        return settings;
    }
}
