package dev.postrider.e2e.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.schema.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A socket that keeps every frame it received, each checked against the published schema. */
final class Wire implements WebSocket.Listener {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final StringBuilder partial = new StringBuilder();
    private final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile @Nullable AssertionError fault;
    private volatile @Nullable WebSocket socket;

    private Wire() {}

    /** @throws CompletionException where the upgrade is refused */
    static Wire connect(URI door, String accessToken) {
        Wire wire = new Wire();
        URI target = URI.create(door.toString().replaceFirst("^http", "ws") + "/ws");
        wire.socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", "Bearer " + accessToken)
                .subprotocols("postrider.v1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(target, wire)
                .join();
        return wire;
    }

    void send(String text) {
        socket().sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Drops the connection without a closing handshake. */
    void cut() {
        socket().abort();
    }

    boolean open() {
        return !closed.isDone();
    }

    int awaitClose(Duration patience) {
        return closed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    List<Event> events() {
        return all(Event.class);
    }

    <T extends ServerFrame> List<T> all(Class<T> kind) {
        noFault();
        return frames.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends ServerFrame> T await(Class<T> kind, Predicate<T> wanted, Duration patience) {
        Awaitility.await(kind.getSimpleName())
                .atMost(patience)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> all(kind).stream().anyMatch(wanted));
        return all(kind).stream().filter(wanted).findFirst().orElseThrow();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            take(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    private void take(String text) {
        try {
            JsonNode json = Rest.JSON.readTree(text);
            PublishedSchemas.check("ServerFrame", json);
            frames.add(FrameCodec.readServer(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AssertionError broken) {
            fault = broken;
        }
    }

    private void noFault() {
        AssertionError seen = fault;
        if (seen != null) {
            throw seen;
        }
    }

    private WebSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }
}
