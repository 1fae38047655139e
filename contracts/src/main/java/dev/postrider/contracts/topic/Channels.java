package dev.postrider.contracts.topic;

import java.nio.charset.StandardCharsets;

/** The per-user channel: which partition of {@code chat.channels} carries the frames of a user. Never changes. */
public final class Channels {
    public static final int COUNT = 64;

    private Channels() {}

    /** 0 to 63; the same in every service, client of the topic and test. */
    public static int of(String userId) {
        return (Murmur2.hash(userId.getBytes(StandardCharsets.UTF_8)) & 0x7fffffff) % COUNT;
    }
}
