package dev.postrider.chat.socket;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.testkit.token.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One device of a person, over a real socket. */
final class Talker implements WebSocket.Listener, AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final SecureRandom RANDOM = new SecureRandom();

    final String user;
    final String signIn;
    final List<ServerFrame> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder parts = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile int closeCode;

    private Talker(String user, String signIn) {
        this.user = user;
        this.signIn = signIn;
    }

    static Talker connect(int port, String user) {
        return connect(port, user, TestTokens.newSession());
    }

    static Talker connect(int port, String user, String signIn) {
        Talker talker = new Talker(user, signIn);
        WebSocket.Builder builder = HTTP.newWebSocketBuilder()
                .subprotocols("postrider.v1")
                .header("Authorization", "Bearer " + TestTokens.access(user, signIn));
        talker.socket = builder.buildAsync(uri(port), talker).join();
        return talker;
    }

    /** The status of an upgrade that was refused; 101 where it was not. */
    static int upgradeStatus(int port, Consumer<WebSocket.Builder> dress) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        dress.accept(builder);
        try {
            builder.buildAsync(uri(port), new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : 0;
        }
    }

    static URI uri(int port) {
        return URI.create("ws://127.0.0.1:" + port + "/ws");
    }

    static String newId() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    String send(String conversation, String body) {
        String id = newId();
        say(new ClientFrame.Send(id, conversation, body, null, null, null, null, null));
        return id;
    }

    void say(ClientFrame frame) {
        sayText(FrameCodec.write(frame));
    }

    void sayText(String text) {
        socket().sendText(text, true).join();
    }

    WebSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }

    <T extends ServerFrame> T await(Class<T> type, Predicate<T> fits) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> heard.stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(fits)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    <T extends ServerFrame> T await(Class<T> type) {
        return await(type, any -> true);
    }

    int awaitClose() {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> closeCode != 0);
        return closeCode;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            heard.add(FrameCodec.readServer(parts.toString().getBytes(StandardCharsets.UTF_8)));
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        socket().abort();
    }
}
