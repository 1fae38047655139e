package dev.postrider.gateway.answer;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The end of a client's connection, whatever it has become. The close handler of an {@link HttpConnection} is not called
 * any more once the connection was turned into a plain socket, so this listens to the channel below both.
 */
public final class ChannelEnd {
    private static final AttributeKey<Boolean> ANNOUNCED = AttributeKey.valueOf(ChannelEnd.class, "announced");

    private ChannelEnd() {}

    /** Says that the answer which is sent now is the last one: what came after its request is not to be read as another. */
    static void announce(HttpConnection connection) {
        channel(connection).attr(ANNOUNCED).set(true);
    }

    /** Whether the last answer was sent already, though the channel is still open. */
    public static boolean isAnnounced(HttpConnection connection) {
        return channel(connection).hasAttr(ANNOUNCED);
    }

    /** Whether the connection is closed, told or not. */
    public static boolean isEnded(HttpConnection connection) {
        return !channel(connection).isOpen();
    }

    /** Runs once, on the connection's event loop; at once if it is closed already. */
    public static void listen(HttpConnection connection, Runnable end) {
        channel(connection).closeFuture().addListener(closed -> end.run());
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }
}
