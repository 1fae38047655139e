package dev.postrider.gateway.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A part behind the gateway that writes down what it hears. Answers {@code {"part": …}}, its readiness on the same port,
 * and opens sockets at {@code /ws} that send back every byte.
 */
public final class Part {
    /** What a part heard. Header names in lower case. */
    public record Heard(String method, String uri, Map<String, String> headers, String body) {}

    public final List<Heard> heard = new CopyOnWriteArrayList<>();
    public volatile int readiness = 200;
    /** Whether it keeps who asks for its readiness waiting. */
    public volatile boolean mute;

    public volatile Handler<HttpServerRequest> behaviour;
    public volatile int socketStatus = 101;
    public volatile boolean silent;
    public volatile Handler<NetSocket> socket = s -> s.handler(s::write);
    private final Vertx vertx;
    private final String name;
    private final HttpServer server;

    public Part(Vertx vertx, String name) throws Exception {
        this(vertx, name, 0);
    }

    public Part(Vertx vertx, String name, int port) throws Exception {
        this.vertx = vertx;
        this.name = name;
        this.behaviour = this::answer;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
                .requestHandler(this::onRequest);
        Wait.until(server.listen());
    }

    public int port() {
        return server.actualPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** As an entry of {@code gateway.chat-nodes}. */
    public String node() {
        return "127.0.0.1:" + port() + ":" + port();
    }

    /** Dies: the port is closed, and so are all connections. */
    public void die() throws Exception {
        Wait.until(server.close());
    }

    /** The last call heard. */
    public Heard last() {
        return heard.getLast();
    }

    private void onRequest(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            if (!mute) {
                request.response().setStatusCode(readiness).end();
            }
        } else if (request.path().equals("/ws") && request.method() == HttpMethod.GET) {
            note(request, "");
            upgrade(request);
        } else {
            behaviour.handle(request);
        }
    }

    /** Hears the whole call, then says who it is. */
    public void answer(HttpServerRequest request) {
        request.bodyHandler(body -> {
            note(request, body.toString(StandardCharsets.UTF_8));
            request.response().putHeader("Content-Type", "application/json").end("{\"part\":\"" + name + "\"}");
        });
    }

    /** Writes a call down. */
    public void note(HttpServerRequest request, String body) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((k, v) -> headers.merge(k.toLowerCase(Locale.ROOT), v, (a, b) -> a + " | " + b));
        heard.add(new Heard(request.method().name(), request.uri(), headers, body));
    }

    private void upgrade(HttpServerRequest request) {
        if (silent) {
            return;
        }
        if (socketStatus != 101) {
            request.response().setStatusCode(socketStatus).end("{\"code\":\"forbidden\"}");
            return;
        }
        request.response()
                .setStatusCode(101)
                .putHeader("Upgrade", "websocket")
                .putHeader("Connection", "Upgrade")
                .putHeader("Sec-WebSocket-Protocol", "postrider.v1")
                .putHeader("Sec-WebSocket-Accept", accept(request.getHeader("Sec-WebSocket-Key")));
        request.toNetSocket().onSuccess(socket::handle);
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    /** A mebibyte of zeros. */
    public static Buffer mebibyte() {
        return Buffer.buffer(new byte[1_048_576]);
    }
}
