package dev.postrider.gateway.upgrade;

import io.vertx.core.net.NetSocket;

/**
 * A pipe between a client and its chat node.
 *
 * <ul>
 *   <li>Bytes are copied as they come, in both directions; what one side cannot take stops the reading from the other, so
 *       that at most two write queues of 64 KiB and the kernel's buffers are held, whatever is under way.
 *   <li>When one side ends or fails, so does the other.
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
        client.closeHandler(closed -> ended.run());
        node.closeHandler(closed -> client.close());
        client.pipeTo(node).onFailure(broken -> node.close());
        node.pipeTo(client).onFailure(broken -> client.close());
    }
}
