package dev.postrider.base.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.base.SharedConfig;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.internal.Internal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls other services of this installation, showing the service key. Never blocks; a call is bounded by
 * {@code postrider.peer-timeout} and fails with {@link PeerException}, never retries.
 */
@ApplicationScoped
public class PeerClient {
    private static final ObjectMapper MAPPER = Json.mapper();

    private final HttpClient http;
    private final String serviceKey;
    private final Duration timeout;

    PeerClient(Vertx vertx, SharedConfig config) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.peerConnectionsMax())
                .setMaxWaitQueueSize(16 * config.peerConnectionsMax())
                .setConnectTimeout((int) config.peerTimeout().toMillis()));
        this.serviceKey = config.serviceKey();
        this.timeout = config.peerTimeout();
    }

    /** GET of {@code base + path}; the path begins with a slash and is already encoded. */
    public <T> Uni<T> get(URI base, String path, Class<T> answer) {
        return call(HttpMethod.GET, base, path, null, answer, timeout);
    }

    /** POST of a JSON body. */
    public <T> Uni<T> post(URI base, String path, Object body, Class<T> answer) {
        return post(base, path, body, answer, timeout);
    }

    /** POST that may take longer than other calls. */
    public <T> Uni<T> post(URI base, String path, Object body, Class<T> answer, Duration longest) {
        return call(HttpMethod.POST, base, path, body, answer, longest);
    }

    private <T> Uni<T> call(
            HttpMethod method, URI base, String path, @Nullable Object body, Class<T> answer, Duration longest) {
        String call = method + " " + path;
        return Uni.createFrom()
                .completionStage(() -> send(method, base, path, body, longest)
                        .compose(response -> read(call, response, answer))
                        .toCompletionStage())
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure(failure -> !(failure instanceof PeerException))
                .transform(failure -> new PeerException(call, failure));
    }

    private Future<HttpClientResponse> send(
            HttpMethod method, URI base, String path, @Nullable Object body, Duration longest) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(withoutSlash(base.toString()) + path)
                .setTimeout(longest.toMillis())
                .putHeader(Internal.KEY_HEADER, serviceKey)
                .putHeader("Accept", "application/json");
        return http.request(options).compose(request -> body == null ? request.send() : sendJson(request, body));
    }

    private static Future<HttpClientResponse> sendJson(HttpClientRequest request, Object body) {
        try {
            request.putHeader("Content-Type", "application/json");
            return request.send(Buffer.buffer(MAPPER.writeValueAsBytes(body)));
        } catch (IOException malformed) {
            return Future.failedFuture(malformed);
        }
    }

    private static <T> Future<T> read(String call, HttpClientResponse response, Class<T> answer) {
        int status = response.statusCode();
        return response.body().compose(body -> {
            if (status / 100 != 2) {
                return Future.failedFuture(new PeerException(call, status));
            }
            try {
                return Future.succeededFuture(MAPPER.readValue(body.getBytes(), answer));
            } catch (IOException malformed) {
                return Future.failedFuture(malformed);
            }
        });
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
