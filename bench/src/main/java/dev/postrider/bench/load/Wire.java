package dev.postrider.bench.load;

/** A device as its {@link Dialect} sees it: frames go out by it, and what came in is counted by it. */
public interface Wire {
    void write(String frame);

    /**
     * Signed in, and messages reach this socket from now on.
     *
     * @param through what to catch up to, where the server says so
     */
    void welcomed(String through);

    /** The server answers for the message whose id begins there. */
    void accepted(String text, int idAt);

    void rejected(String text, int idAt);

    /** Something that is no message was refused. */
    void refused();

    /**
     * The message whose id begins there has come to its recipient.
     *
     * @param position rises in the order of the conversation; where a server gives none, the order of coming
     */
    void message(String text, int idAt, String conversation, long position);
}
