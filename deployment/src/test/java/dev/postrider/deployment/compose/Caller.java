package dev.postrider.deployment.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who uses a running suite by its one door. */
public final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int COMES_AGAIN_MAX = 30;
    private static final String PASSWORD = "over the hills by night";

    private final URI gateway;
    private final String id;
    private final String token;

    private Caller(URI gateway, String id, String token) {
        this.gateway = gateway;
        this.id = id;
        this.token = token;
    }

    /** Registers and signs in. */
    public static Caller register(URI gateway, String name) throws IOException, InterruptedException {
        String user = "\"username\":\"%s\",\"password\":\"%s\"".formatted(name, PASSWORD);
        String id = post(gateway.resolve("/api/auth/register"), "", "{%s}".formatted(user))
                .path("user")
                .path("id")
                .asText();
        String token = post(gateway.resolve("/api/auth/login"), "", "{%s,\"mode\":\"token\"}".formatted(user))
                .path("accessToken")
                .asText();
        return new Caller(gateway, id, token);
    }

    public String id() {
        return id;
    }

    /** What shows at every part who it is. */
    public String token() {
        return token;
    }

    /** Sends and answers the position in the log. */
    public String send(Caller other, String body) throws IOException, InterruptedException {
        String message = "{\"id\":\"%s\",\"body\":\"%s\"}".formatted(messageId(), body);
        return post(gateway.resolve("/api/conversations/" + with(other) + "/messages"), token, message)
                .path("position")
                .asText();
    }

    /** The newest page of what was said between the two. */
    public String read(Caller other) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/conversations/" + with(other) + "/messages"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Opens a socket, is greeted, and goes by itself. */
    public void openAndClose() throws IOException {
        CompletableFuture<Void> greeted = new CompletableFuture<>();
        WebSocket.Listener ear = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                greeted.complete(null);
                socket.request(1);
                return null;
            }
        };
        URI socket = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/ws");
        try {
            WebSocket open = HTTP.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .subprotocols("postrider.v1")
                    .buildAsync(socket, ear)
                    .get(20, TimeUnit.SECONDS);
            greeted.get(20, TimeUnit.SECONDS);
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("no socket", failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The conversation of the two. */
    public String with(Caller other) {
        return "dm:" + Stream.of(id, other.id).sorted().collect(Collectors.joining(":"));
    }

    /** A UUID of version 7. */
    public static String messageId() {
        String random = UUID.randomUUID().toString();
        String time = "%012x".formatted(System.currentTimeMillis());
        return time.substring(0, 8) + "-" + time.substring(8) + "-7" + random.substring(15);
    }

    /** Catches up from nothing, as a client does that has just been installed. */
    public String sync() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/sync"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Calls a part by itself, as this person; answers what it said. */
    public JsonNode post(URI uri, String body) throws IOException, InterruptedException {
        return post(uri, token, body);
    }

    /** Who is told that nothing was done, or that it was too fast, comes again for a while. */
    private static JsonNode post(URI uri, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int again = 0;
                (answer.statusCode() == 503 || answer.statusCode() == 429) && again < COMES_AGAIN_MAX;
                again++) {
            TimeUnit.SECONDS.sleep(2);
            answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(uri.getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
