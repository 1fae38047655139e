package dev.postrider.gateway.upgrade;

import dev.postrider.base.socket.LingeringClose;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A pipe between a client and its chat node.
 *
 * <ul>
 *   <li>Bytes are copied as they come, in both directions; what one side cannot take stops the reading from the other, so
 *       that at most two write queues of 64 KiB and the kernel's buffers are held, whatever is under way.
 *   <li>When one side ends or fails, so does the other: the client at once, and so that what its node said last arrives.
 * </ul>
 */
final class Tunnel {
    private Tunnel() {}

    /**
     * Lets it flow. Both sockets must be paused or silent until then.
     *
     * @param ended told once the client's side has ended; the node's is to be closed then
     */
    static void open(NetSocket client, NetSocket node, Runnable ended) {
        if (client instanceof ConnectionBase connection) {
            LingeringClose.install(connection.channel());
        }
        client.closeHandler(closed -> ended.run());
        node.closeHandler(closed -> client.close());
        // It is not the pipe that ends the node's side, or those who wait for their turn to be told would be told
        // already.
        client.pipe().endOnComplete(false).to(node);
        node.pipeTo(client);
    }
}
