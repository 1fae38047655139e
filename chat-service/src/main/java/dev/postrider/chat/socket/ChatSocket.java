package dev.postrider.chat.socket;

import dev.postrider.base.identity.VerifiedToken;
import dev.postrider.contracts.frame.CloseCode;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint. Its callbacks run on the socket's event loop and do nothing but put frames into the socket's bounded
 * {@link Inbox}: the framework's own inbound queue has no bound.
 */
@WebSocket(path = "/ws", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class ChatSocket {
    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final TypedKey<Connected> CONNECTED = new TypedKey<>("postrider.connected");

    private final Connecting connecting;
    private final FrameDispatch dispatch;
    private final java.time.Clock clock;

    ChatSocket(Connecting connecting, FrameDispatch dispatch, java.time.Clock clock) {
        this.connecting = connecting;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @OnOpen
    @NonBlocking
    void onOpen(WebSocketConnection connection) {
        VerifiedToken token = Objects.requireNonNull(connection.userData().remove(UpgradeCheck.TOKEN));
        Inbox.Reading reading = Objects.requireNonNull(connection.userData().remove(UpgradeCheck.READING));
        Channel channel = Objects.requireNonNull(connection.userData().remove(UpgradeCheck.CHANNEL));
        Connected connected = connecting.connect(token, new ConnectionLine(connection, channel, reading), reading);
        connection.userData().put(CONNECTED, connected);
    }

    @OnTextMessage
    @NonBlocking
    void onText(String text, WebSocketConnection connection) {
        Connected connected = connection.userData().get(CONNECTED);
        if (connected == null) {
            return;
        }
        connected.socket().heard(clock.instant());
        if (!connected.inbox().offer(text)) {
            dispatch.refuseTooFast(connected.socket(), text);
        }
    }

    @OnBinaryMessage
    @NonBlocking
    Uni<Void> onBinary(Buffer bytes, WebSocketConnection connection) {
        CloseCode code = CloseCode.UNSUPPORTED_DATA;
        return connection.close(new CloseReason(code.code(), code.meaning()));
    }

    @OnClose
    @NonBlocking
    void onClose(WebSocketConnection connection) {
        @Nullable Connected connected = connection.userData().get(CONNECTED);
        if (connected != null) {
            connected.socket().session().onLost();
        }
    }

    /** A client that breaks the protocol, or is gone. The framework tells of the first and leaves the closing to us. */
    @OnError
    @NonBlocking
    void onError(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("A socket failed: %s", failure.toString());
        @Nullable CloseCode code = codeOf(failure);
        @Nullable Connected connected = connection.userData().get(CONNECTED);
        if (code != null && connected != null) {
            connected.socket().session().close(code);
        }
    }

    private static @Nullable CloseCode codeOf(Throwable failure) {
        return switch (failure) {
            case CorruptedWebSocketFrameException broken ->
                CloseCode.of(broken.closeStatus().code());
            // What Vert.x says of a message that grew beyond max-message-size, fragment by fragment.
            case IllegalStateException tooBig -> CloseCode.TOO_BIG;
            default -> null;
        };
    }
}
