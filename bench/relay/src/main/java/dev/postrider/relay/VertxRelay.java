package dev.postrider.relay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** The relay on Vert.x alone: {@code java -cp … dev.postrider.relay.VertxRelay PORT}. Says "listening" when it does. */
public final class VertxRelay {
    private VertxRelay() {}

    public static void main(String[] words) {
        serve(new Relay<>(ServerWebSocket::writeTextMessage), Integer.parseInt(words[0]));
    }

    /** Until the process ends. */
    public static void serve(Relay<ServerWebSocket> relay, int port) {
        Vertx.vertx()
                .createHttpServer(
                        new HttpServerOptions().setTcpNoDelay(true).setWebSocketSubProtocols(List.of("postrider.v1")))
                .webSocketHandler(socket -> {
                    String user = Relay.user(socket.headers().get("Authorization"));
                    relay.opened(user, socket);
                    socket.closeHandler(closed -> relay.closed(user, socket));
                    socket.textMessageHandler(frame -> relay.heard(user, socket, frame));
                })
                .listen(port, "127.0.0.1")
                .onSuccess(listening -> System.out.println("listening"))
                .onFailure(failed -> System.exit(1));
    }
}
