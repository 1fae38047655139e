package dev.postrider.e2e.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.rule.ConversationId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** Somebody with an account, signed in with a token. */
public final class Person {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final String PASSWORD = "over the hills by night";

    private final URI gateway;
    private final String username;
    private final String id;
    private String accessToken = "";

    private Person(URI gateway, String username, String id) {
        this.gateway = gateway;
        this.username = username;
        this.id = id;
    }

    /** A new account under {@code name} and some random characters. */
    public static Person registers(URI gateway, String name) {
        String username = name + "." + HexFormat.of().toHexDigits(RANDOM.nextInt());
        Rest.Answer answer = new Rest(gateway, null)
                .post("/api/auth/register", Map.of("username", username, "password", PASSWORD, "displayName", name));
        assertEquals(201, answer.status(), () -> answer.body().toString());
        Person person = new Person(gateway, username, answer.body().path("user").path("id").asText());
        person.signsIn();
        return person;
    }

    /** A fresh session; devices opened from now on use it. */
    public void signsIn() {
        Rest.Answer answer = new Rest(gateway, null)
                .post("/api/auth/login", Map.of("username", username, "password", PASSWORD, "mode", "token"));
        assertEquals(200, answer.status(), () -> answer.body().toString());
        accessToken = answer.text("accessToken");
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String accessToken() {
        return accessToken;
    }

    /** The direct conversation of the two. */
    public String with(Person other) {
        return ConversationId.direct(id, other.id).text();
    }

    public Rest rest() {
        return new Rest(gateway, accessToken);
    }

    /** A device that goes through the gateway, as everybody's does. */
    public Device opens() {
        return Device.open(this, gateway, gateway);
    }

    /** A device on a certain chat node, for scenarios that must know which. */
    public Device opensAt(URI node) {
        return Device.open(this, gateway, node);
    }
}
