package dev.postrider.chat.channel;

/** Counts frames given to sessions; any thread, never blocks. */
public interface Deliveries {
    /** Straight from this node's memory. */
    void local(int sessions);

    /** Brought by a channel. */
    void channel(int sessions);

    /** From memory, by this node's clock so long after the frame came in; once for a frame that reached somebody. */
    default void localAfter(long nanos) {}

    /** By a channel now; its frame came in then, by the clock of the node that took it. */
    default void channelSent(long millisThere) {}
}
