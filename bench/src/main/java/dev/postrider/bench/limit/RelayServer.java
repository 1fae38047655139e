package dev.postrider.bench.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.rule.ConversationId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bare relay on Vert.x, a process of its own: it parses a frame, hands it to the other one's sockets and answers. It
 * promises nothing: no log, no database, no check of who speaks, no limits, no catch-up, one node.
 */
public final class RelayServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";

    private final Map<String, List<ServerWebSocket>> sockets = new ConcurrentHashMap<>();
    private final AtomicLong position = new AtomicLong();

    private RelayServer() {}

    /** @param words the port */
    public static void main(String[] words) {
        RelayServer relay = new RelayServer();
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer(
                        new HttpServerOptions().setTcpNoDelay(true).setWebSocketSubProtocols(List.of("postrider.v1")))
                .webSocketHandler(relay::serve)
                .listen(Integer.parseInt(words[0]), "127.0.0.1")
                .onSuccess(listening -> System.out.println("listening"))
                .onFailure(failed -> System.exit(1));
    }

    private void serve(ServerWebSocket socket) {
        String user = user(socket.headers().get("Authorization"));
        sockets.computeIfAbsent(user, name -> new CopyOnWriteArrayList<>()).add(socket);
        socket.closeHandler(closed ->
                sockets.getOrDefault(user, new CopyOnWriteArrayList<>()).remove(socket));
        socket.textMessageHandler(frame -> relay(user, socket, frame));
        socket.writeTextMessage("{\"type\":\"welcome\",\"session\":\"bare\"}");
    }

    private void relay(String from, ServerWebSocket socket, String frame) {
        try {
            JsonNode sent = JSON.readTree(frame);
            String conversation = sent.path("conversation").asText();
            String id = sent.path("id").asText();
            long here = position.incrementAndGet();
            String at = Instant.now().toString();
            String message = JSON.writeValueAsString(new Message(
                    "message", conversation, here, id, from, sent.path("body").asText(), at));
            if (ConversationId.parse(conversation).orElseThrow() instanceof ConversationId.Direct direct) {
                for (ServerWebSocket other : sockets.getOrDefault(direct.other(from), List.of())) {
                    other.writeTextMessage(message);
                }
            }
            socket.writeTextMessage(JSON.writeValueAsString(new Accepted("accepted", id, conversation, here, at)));
        } catch (IOException foreign) {
            socket.close();
        }
    }

    private record Message(
            String type, String conversation, long position, String id, String from, String body, String at) {}

    private record Accepted(String type, String id, String conversation, long position, String at) {}

    /** Whom the token names; nobody checks its signature here. */
    private static String user(String authorization) {
        String payload = authorization.substring(BEARER.length()).split("\\.")[1];
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(payload))
                    .path("sub")
                    .asText();
        } catch (IOException foreign) {
            return "";
        }
    }
}
