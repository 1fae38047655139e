package dev.postrider.chat.message;

/** Counts what the acceptor does; any thread, never blocks. */
public interface Tally {
    void answered(Answer answer);

    /** A frame was accepted so long after it came in; the recipients had been served by then. */
    default void acceptedAfter(long nanos) {}

    /** The window knew the id. */
    void known();

    /** History was asked who holds an id. */
    void asked();

    /** A read or delivered mark was not recorded, or nobody knows. */
    void markLost();
}
