package dev.postrider.bench.load;

import io.vertx.core.http.WebSocketConnectOptions;

/**
 * What a server speaks on a socket, in text frames. One for each device, used on its lane's event loop only; it keeps
 * nothing beyond a socket but what makes the next one possible.
 */
public interface Dialect {
    /** Path, sub-protocol and headers; host and port are the lane's. */
    WebSocketConnectOptions upgrade();

    /** The socket stands; whoever has to say something first says it now. */
    void opened(Wire wire);

    /** A frame came: what it means is told to the wire. */
    void heard(String frame, Wire wire);

    /** @param id one of {@link MessageTag}, to be found again in the answer and at the other end */
    void say(String id, String conversation, String body, Wire wire);

    /** What a client says that has nothing to say. */
    void ping(Wire wire);

    /** The last word before the socket is closed in order. */
    default void leaving(Wire wire) {}

    /** Seen on the recipient's screen, in scenarios with marks. */
    default void mark(String conversation, long position, Wire wire) {}
}
