package dev.postrider.base.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.internal.Internal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls one other service, with the service key. Connections are few and kept; waiting calls are bounded. A call ends
 * with the answer, with empty for 404, or fails with {@link PeerAwayException}, whatever was the reason.
 */
public final class Peer {
    private static final ObjectMapper JSON = Json.mapper();
    private static final int CONNECTIONS_MAX = 32;
    private static final int WAITING_MAX = 2_000;

    private final HttpClient client;
    private final URI base;
    private final String key;
    private final Duration timeout;

    public Peer(io.vertx.core.Vertx vertx, URI base, String key, Duration timeout) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_MAX)
                .setMaxWaitQueueSize(WAITING_MAX)
                .setConnectTimeout(1_000)
                .setKeepAliveTimeout(60));
        this.base = base;
        this.key = key;
        this.timeout = timeout;
    }

    public <T> Uni<Optional<T>> get(String path, Class<T> answer) {
        return call(HttpMethod.GET, path, Buffer.buffer(), answer);
    }

    public <T> Uni<Optional<T>> post(String path, Object body, Class<T> answer) {
        try {
            return call(HttpMethod.POST, path, Buffer.buffer(JSON.writeValueAsBytes(body)), answer);
        } catch (JsonProcessingException impossible) {
            return Uni.createFrom().failure(impossible);
        }
    }

    private <T> Uni<Optional<T>> call(HttpMethod method, String path, Buffer body, Class<T> answer) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setSsl("https".equals(base.getScheme()))
                .setURI(path)
                .putHeader(Internal.KEY_HEADER, key)
                .putHeader("Content-Type", "application/json")
                .setTimeout(timeout.toMillis());
        return Uni.createFrom()
                .completionStage(() -> client.request(options)
                        .compose(request -> request.send(body))
                        .compose(response -> response.body().map(bytes -> new Reply(response.statusCode(), bytes)))
                        .toCompletionStage())
                .onFailure()
                .transform(away -> new PeerAwayException(base, away))
                .map(reply -> read(reply, answer));
    }

    private record Reply(int status, Buffer body) {}

    private <T> Optional<T> read(Reply reply, Class<T> answer) {
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (reply.status() != 200) {
            throw new PeerAwayException(base, reply.status());
        }
        try {
            return Optional.of(JSON.readValue(reply.body().getBytes(), answer));
        } catch (IOException foreign) {
            throw new PeerAwayException(base, foreign);
        }
    }
}
