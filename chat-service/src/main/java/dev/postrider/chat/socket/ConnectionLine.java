package dev.postrider.chat.socket;

import dev.postrider.chat.session.Line;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** The wire of one WebSocket. */
final class ConnectionLine implements Line {
    private static final Logger LOG = Logger.getLogger(ConnectionLine.class);

    private final WebSocketConnection connection;
    private final Inbox.Reading reading;

    ConnectionLine(WebSocketConnection connection, Inbox.Reading reading) {
        this.connection = connection;
        this.reading = reading;
    }

    @Override
    public CompletionStage<?> write(String text) {
        return connection.sendText(text).subscribeAsCompletionStage();
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
