package dev.postrider.gateway.answer;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The end of a client's connection, whatever it has become. The close handler of an {@link HttpConnection} is not called
 * any more once the connection was turned into a plain socket, so this listens to the channel below both.
 */
public final class ChannelEnd {
    private ChannelEnd() {}

    /** Runs once, on the connection's event loop; at once if it is closed already. */
    public static void listen(HttpConnection connection, Runnable end) {
        ((ConnectionBase) connection).channel().closeFuture().addListener(closed -> end.run());
    }
}
