package dev.postrider.e2e.check;

/** One line of a client's log. {@code at} is in milliseconds of one clock for all clients of a run. */
public sealed interface Note {
    long at();

    /** The person wrote it; it goes to a socket once there is one. */
    record Said(long at, String id) implements Note {}

    /**
     * The client handed a message to a socket.
     *
     * @param again as on the wire
     * @param socket counted from 1 for each client
     */
    record Sent(long at, String id, String conversation, String body, boolean again, int socket) implements Note {}

    record Accepted(long at, String id, String conversation, long position) implements Note {}

    /** @param code as on the wire */
    record Rejected(long at, String id, String code) implements Note {}

    /** A live frame. */
    record Heard(long at, Post post, int socket) implements Note {}

    /** From an answer of sync, or from a page that one asked to load. */
    record Synced(long at, Post post) implements Note {}

    /** The socket is served and the client has caught up to its {@code through}. */
    record CaughtUp(long at, int socket) implements Note {}

    /** The node stops and asks to be left, at the latest then. */
    record AskedToLeave(long at, int socket, long withinMillis) implements Note {}

    /** The other side ended the socket; without a closing frame the code is 1006. A {@link Cut} follows. */
    record Closed(long at, int socket, int code) implements Note {}

    /** The socket ended, whoever ended it. */
    record Cut(long at, int socket) implements Note {}
}
