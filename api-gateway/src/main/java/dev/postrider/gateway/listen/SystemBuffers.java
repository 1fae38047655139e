package dev.postrider.gateway.listen;

import io.netty.channel.socket.SocketChannelConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What the operating system holds of a connection. Set on each connection and not by the server's options: there a size for
 * receiving is also what every single read allocates, however little comes.
 */
final class SystemBuffers {
    private SystemBuffers() {}

    /** From now on, in each direction. */
    static void bound(HttpConnection connection, int bytesMax) {
        if (connection instanceof ConnectionBase base
                && base.channel().config() instanceof SocketChannelConfig system) {
            system.setSendBufferSize(bytesMax).setReceiveBufferSize(bytesMax);
        }
    }
}
