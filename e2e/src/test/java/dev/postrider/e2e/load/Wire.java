package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.FrameCodec;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One socket of one client: frames out in order, frames and the end in as {@link Mail}. Thread-safe. */
final class Wire implements WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** What RFC 6455 has for an end without a closing frame. */
    private static final int BROKEN = 1006;

    private final int number;
    private final Consumer<Mail> mailbox;
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> written;

    private Wire(int number, URI door, String token, Consumer<Mail> mailbox) {
        this.number = number;
        this.mailbox = mailbox;
        URI target = URI.create(door.resolve("/ws").toString().replaceFirst("^http", "ws"));
        this.socket = Web.HTTP
                .newWebSocketBuilder()
                .subprotocols("postrider.v1")
                .connectTimeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .buildAsync(target, this)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        this.written = CompletableFuture.completedFuture(socket);
    }

    /** @throws java.util.concurrent.CompletionException where there is no socket to be had */
    static Wire open(int number, URI door, String token, Consumer<Mail> mailbox) {
        return new Wire(number, door, token, mailbox);
    }

    int number() {
        return number;
    }

    synchronized void say(ClientFrame frame) {
        String text = FrameCodec.write(frame);
        written = written.thenCompose(free -> free.sendText(text, true));
    }

    /** Without a word, as a phone in a tunnel. */
    void vanish() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            long at = Clock.millis();
            Frames.read(parts.toString()).ifPresent(frame -> mailbox.accept(new Mail.Frame(number, at, frame)));
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        mailbox.accept(new Mail.Closed(number, Clock.millis(), code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        mailbox.accept(new Mail.Closed(number, Clock.millis(), BROKEN));
    }
}
