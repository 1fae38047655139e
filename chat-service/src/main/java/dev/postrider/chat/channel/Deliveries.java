package dev.postrider.chat.channel;

/** Counts frames given to sessions; any thread, never blocks. */
public interface Deliveries {
    /** Straight from this node's memory. */
    void local(int sessions);

    /** Brought by a channel. */
    void channel(int sessions);
}
