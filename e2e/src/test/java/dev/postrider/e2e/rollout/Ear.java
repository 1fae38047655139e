package dev.postrider.e2e.rollout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A socket that keeps every text as it came, also what this version does not know. */
final class Ear implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    /** Connects at the door of a chat node. */
    Ear(URI node, String token) {
        this.socket = HTTP.newWebSocketBuilder()
                .subprotocols("postrider.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws://" + node.getAuthority() + "/ws"), this)
                .join();
    }

    void says(String frame) {
        socket.sendText(frame, true).join();
    }

    /** The first text with all these words, heard or still to come. */
    String hears(String... words) {
        return Awaitility.await(String.join(" ", words))
                .atMost(PATIENCE)
                .until(
                        () -> heard.stream()
                                .filter(text -> List.of(words).stream().allMatch(text::contains))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            heard.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
