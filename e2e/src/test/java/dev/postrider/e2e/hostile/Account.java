package dev.postrider.e2e.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody with a password, whose tokens are at hand one by one. */
public record Account(String username, String password, String id) {

    /** A session's tokens as they came. */
    public record Session(String access, String refresh) {
        /** Under which id it is listed. */
        String id() {
            byte[] claims = Base64.getUrlDecoder().decode(access.split("\\.")[1]);
            return json(new String(claims, StandardCharsets.UTF_8)).path("sid").asText();
        }

        static Session of(Wire.Answer answer) {
            JsonNode body = wanted(answer, 200);
            return new Session(
                    body.path("accessToken").asText(), body.path("refreshToken").asText());
        }
    }

    static Account registered(Door gateway, String name) {
        return registeredAs(
                gateway, name + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36));
    }

    /** The one whom the suite's configuration names as its administrator, made at the first call. */
    public static synchronized Account administrator(Door gateway) {
        Account named = new Account(Suite.ADMINISTRATOR, passwordOf(Suite.ADMINISTRATOR), "");
        return tries(gateway, named.username, named.password).status() == 200
                ? named
                : registeredAs(gateway, Suite.ADMINISTRATOR);
    }

    private static String passwordOf(String username) {
        return "a long walk with " + username;
    }

    private static Account registeredAs(Door gateway, String username) {
        String password = passwordOf(username);
        JsonNode made = wanted(
                gateway.json("POST", "/api/auth/register", text(Map.of("username", username, "password", password))),
                201);
        return new Account(username, password, made.at("/user/id").asText());
    }

    public Session signsIn(Door gateway) {
        return Session.of(tries(gateway, username, password));
    }

    static Wire.Answer tries(Door gateway, String username, String password, String... headers) {
        return gateway.json(
                "POST",
                "/api/auth/login",
                text(Map.of("username", username, "password", password, "mode", "token")),
                headers);
    }

    static Wire.Answer refreshes(Door door, String token) {
        return door.json("POST", "/api/auth/refresh", text(Map.of("refreshToken", token)));
    }

    static JsonNode wanted(Wire.Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("wanted " + status + ", got " + answer);
        }
        return json(answer.body());
    }

    static String text(Map<String, String> body) {
        return Json.mapper().valueToTree(body).toString();
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? Json.mapper().nullNode() : Json.mapper().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
