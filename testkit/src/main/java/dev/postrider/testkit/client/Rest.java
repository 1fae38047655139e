package dev.postrider.testkit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postrider.contracts.frame.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** REST calls of one client. Blocking, thread-safe, never retries. */
public final class Rest {
    static final ObjectMapper MAPPER = Json.mapper();
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Suite suite;
    private final Credentials credentials;

    Rest(Suite suite, Credentials credentials) {
        this.suite = suite;
        this.credentials = credentials;
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    /** {@code body} becomes JSON. */
    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    /** New tokens or cookies; the answer also holds a ticket for open sockets. */
    public Answer refresh() {
        return post("/api/auth/refresh", credentials.refreshBody());
    }

    /** The bearer token in use, or empty in a browser. */
    public String accessToken() {
        return switch (credentials) {
            case Credentials.Tokens tokens -> tokens.access();
            case Credentials.Cookies cookies -> "";
        };
    }

    Suite suite() {
        return suite;
    }

    Credentials credentials() {
        return credentials;
    }

    private Answer call(String method, String path, @Nullable Object body) {
        URI target = suite.url().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        credentials.headers(target).forEach(request::header);
        return answer(method, target, send(request.build()));
    }

    private Answer answer(String method, URI target, HttpResponse<String> response) {
        JsonNode json = json(response.body());
        credentials.onAnswer(target, response.headers().map(), json);
        if (!json.isMissingNode()) {
            suite.check().onAnswer(method, target.getPath(), response.statusCode(), response.body());
        }
        return new Answer(method + " " + target, response.statusCode(), response.headers(), json);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        try {
            Object tree = body instanceof Map<?, ?> map ? MAPPER.valueToTree(map) : body;
            return HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(tree));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }
}
