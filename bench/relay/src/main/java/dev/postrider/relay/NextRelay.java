package dev.postrider.relay;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/** The same relay on websockets-next, as the framework wants it written: {@code java -jar quarkus-run.jar}. */
@WebSocket(path = "/ws")
public class NextRelay {
    private static final TypedKey<String> USER = TypedKey.forString("user");

    private final Relay<WebSocketConnection> relay =
            new Relay<>((socket, text) -> socket.sendText(text).subscribe().with(sent -> {}, closed -> {}));

    @OnOpen
    Uni<Void> opened(WebSocketConnection socket) {
        String user = Relay.user(socket.handshakeRequest().header("Authorization"));
        socket.userData().put(USER, user);
        relay.opened(user, socket);
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> heard(String frame, WebSocketConnection socket) {
        relay.heard(socket.userData().get(USER), socket, frame);
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection socket) {
        relay.closed(socket.userData().get(USER), socket);
        return Uni.createFrom().voidItem();
    }
}
