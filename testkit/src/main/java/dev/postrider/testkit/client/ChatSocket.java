package dev.postrider.testkit.client;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.MessageIds;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** One socket with everything it ever heard. Thread-safe; waits at most {@link #PATIENCE} unless told otherwise. */
public final class ChatSocket implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SocketEar ear;
    private final WebSocket socket;

    private ChatSocket(SocketEar ear, WebSocket socket) {
        this.ear = ear;
        this.socket = socket;
    }

    static ChatSocket open(Suite suite, Credentials credentials) {
        URI target = URI.create(suite.url().resolve("/ws").toString().replaceFirst("^http", "ws"));
        SocketEar ear = new SocketEar(suite.check());
        WebSocket.Builder builder =
                Rest.HTTP.newWebSocketBuilder().subprotocols("postrider.v1").connectTimeout(PATIENCE);
        credentials.headers(target).forEach(builder::header);
        try {
            return new ChatSocket(ear, builder.buildAsync(target, ear).join());
        } catch (CompletionException refused) {
            int status = refused.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : 0;
            throw new UpgradeRefusedException(status, refused);
        }
    }

    /** A fresh message id. */
    public static String newId() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    /** Sends a message and says under which id; waits for nothing. */
    public String send(String conversation, String body) {
        String id = newId();
        send(new ClientFrame.Send(id, conversation, body, null, null, null, null, null));
        return id;
    }

    /** Sends and waits for {@code accepted}. */
    public ServerFrame.Accepted sendAccepted(String conversation, String body) {
        return awaitAccepted(send(conversation, body));
    }

    public void send(ClientFrame frame) {
        sendText(FrameCodec.write(frame));
    }

    /** Any text, also what no honest client would say. */
    public void sendText(String text) {
        synchronized (socket) {
            socket.sendText(text, true).join();
        }
    }

    /** Every frame so far. */
    public List<ServerFrame> frames() {
        return ear.frames().all();
    }

    /** Every message so far, in the order heard. */
    public List<Event.Message> messages() {
        return frames().stream()
                .filter(Event.Message.class::isInstance)
                .map(Event.Message.class::cast)
                .toList();
    }

    /** The first frame of that type, heard or still to come. */
    public <T extends ServerFrame> T awaitFrame(Class<T> type) {
        return awaitFrame(type, any -> true);
    }

    /** The first frame of that type that fits, heard or still to come. */
    public <T extends ServerFrame> T awaitFrame(Class<T> type, Predicate<? super T> fits) {
        return awaitFrame(type, fits, PATIENCE);
    }

    /** @throws AssertionError with what was heard instead */
    public <T extends ServerFrame> T awaitFrame(Class<T> type, Predicate<? super T> fits, Duration limit) {
        return ear.frames()
                .await(
                        limit,
                        frame -> type.isInstance(frame) && fits.test(type.cast(frame))
                                ? Optional.of(type.cast(frame))
                                : Optional.empty())
                .orElseThrow(() -> new AssertionError("no %s within %d ms; heard %s; closed %s"
                        .formatted(type.getSimpleName(), limit.toMillis(), frames(), ear.closed())));
    }

    public ServerFrame.Accepted awaitAccepted(String id) {
        return awaitFrame(ServerFrame.Accepted.class, accepted -> accepted.id().equals(id));
    }

    public ServerFrame.Rejected awaitRejected(String id) {
        return awaitFrame(ServerFrame.Rejected.class, rejected -> id.equals(rejected.id()));
    }

    /** The message with that text. */
    public Event.Message awaitMessage(String body) {
        return awaitFrame(Event.Message.class, message -> message.body().equals(body));
    }

    /** How the server closed it. */
    public Closing awaitClose(Duration limit) {
        return ear.awaitClose(limit)
                .orElseThrow(() -> new AssertionError("still open after " + limit.toMillis() + " ms"));
    }

    /** Stops taking bytes from the network, as a stuck client does. */
    public void stopReading() {
        ear.hold();
    }

    public void resumeReading() {
        ear.release();
    }

    /** Says goodbye properly. */
    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").exceptionally(gone -> socket);
        }
    }

    /** Vanishes without a word, as a phone in a tunnel does. */
    public void vanish() {
        socket.abort();
        ear.frames().end();
    }
}
