package dev.postrider.bench.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** REST calls at the public door. Blocking, thread-safe, never repeats. */
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;

    public Rest(URI gateway) {
        this.gateway = gateway;
    }

    /** An answer that is no success. */
    public static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(String path, int status) {
            super(path + " was answered with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    JsonNode post(String path, Map<String, String> body) throws IOException {
        return JSON.readTree(call(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(body)))));
    }

    JsonNode post(String path, Map<String, ?> body, Person who) throws IOException {
        return JSON.readTree(call(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + who.token())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** The answer's body. */
    public String get(String path, Person who) throws IOException {
        return call(HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + who.token()));
    }

    private String call(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.timeout(LIMIT).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new RefusedException(request.uri().getPath(), response.statusCode());
            }
            return response.body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static String text(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
