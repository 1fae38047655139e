package dev.postrider.chat.socket;

import dev.postrider.chat.session.Line;
import dev.postrider.chat.session.Outgoing;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import org.jboss.logging.Logger;

/**
 * The wire of one WebSocket. Frames come laid out and go straight to the channel: by way of the framework each receiver of
 * a message would encode it anew, and that is most of what a delivery costs.
 *
 * <p>Order: what is written from elsewhere than the event loop becomes a task there, and so does the close frame of the
 * framework. Tasks run in the order in which they came, so a close frame stays behind everything written before it.
 */
final class ConnectionLine implements Line {
    private static final Logger LOG = Logger.getLogger(ConnectionLine.class);

    private final WebSocketConnection connection;
    private final Channel channel;
    private final Inbox.Reading reading;

    ConnectionLine(WebSocketConnection connection, Channel channel, Inbox.Reading reading) {
        this.connection = connection;
        this.channel = channel;
        this.reading = reading;
    }

    @Override
    public void write(Outgoing frame, Runnable gone) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(frame.wire())).addListener(done -> gone.run());
    }

    /** The client's own close frame must be read, so reading goes on; nothing else it says is heard any more. */
    @Override
    public void close(int code, String reason) {
        reading.passOver();
        connection
                .close(new CloseReason(code, reason))
                .subscribe()
                .with(closed -> {}, gone -> LOG.debugf("A socket was gone already: %s", gone.getMessage()));
    }
}
