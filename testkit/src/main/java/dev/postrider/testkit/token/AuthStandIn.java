package dev.postrider.testkit.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.internal.Users;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Ulids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The few routes of auth-service that other services call. */
final class AuthStandIn {
    private static final String URL_PROPERTY = "testkit.auth-url";
    private static final String USER_PROPERTY = "testkit.user.";
    private static final String UNKNOWN = "unknown";
    private static final ObjectMapper MAPPER = Json.mapper();

    private AuthStandIn() {}

    static String url() {
        synchronized (System.getProperties()) {
            String url = System.getProperty(URL_PROPERTY);
            if (url == null) {
                url = start();
                System.setProperty(URL_PROPERTY, url);
            }
            return url;
        }
    }

    static void know(User user) {
        try {
            System.setProperty(USER_PROPERTY + user.id(), MAPPER.writeValueAsString(user));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void forget(String userId) {
        System.setProperty(USER_PROPERTY + userId, UNKNOWN);
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/api/auth/jwks.json",
                    exchange -> answer(exchange, TestKey.get().jwks()));
            server.createContext(
                    "/.well-known/jwks.json",
                    exchange -> answer(exchange, TestKey.get().jwks()));
            server.createContext("/internal/users", exchange -> answer(exchange, users(exchange)));
            server.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("auth-stand-in-", 0).factory()));
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String users(HttpExchange exchange) throws JsonProcessingException {
        String query = exchange.getRequestURI().getQuery();
        List<User> found = Stream.ofNullable(query)
                .filter(text -> text.startsWith("ids="))
                .flatMap(text -> Arrays.stream(text.substring("ids=".length()).split(",")))
                .filter(Ulids::isUlid)
                .flatMap(AuthStandIn::user)
                .toList();
        return MAPPER.writeValueAsString(new Users(found));
    }

    private static Stream<User> user(String id) {
        String known = System.getProperty(USER_PROPERTY + id);
        if (UNKNOWN.equals(known)) {
            return Stream.empty();
        }
        try {
            return Stream.of(known == null ? byDefault(id) : MAPPER.readValue(known, User.class));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static User byDefault(String id) {
        String username = "u" + id.substring(16).toLowerCase(Locale.ROOT);
        return new User(id, username, "User " + id.substring(22), "#3366cc", false, null, null, null, null, null);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
