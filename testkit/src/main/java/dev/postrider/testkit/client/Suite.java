package dev.postrider.testkit.client;

import dev.postrider.contracts.rest.User;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A running suite as its clients see it: one origin.
 *
 * @param check sees every frame and every JSON answer before the test does
 */
public record Suite(URI url, WireCheck check) {
    private static final String PASSWORD = "over the hills by night";

    public static Suite at(String url) {
        return new Suite(URI.create(url), WireCheck.NONE);
    }

    public Suite checkedBy(WireCheck everything) {
        return new Suite(url, everything);
    }

    /** A new person with a username that begins with {@code name}, signed in with tokens. */
    public ChatClient signUp(String name) {
        String username = register(name);
        return signIn(username);
    }

    /** The person of this very username, made where there is none, signed in with tokens. */
    public ChatClient signUpAs(String username) {
        Answer made = new Rest(this, new Credentials.Tokens())
                .post("/api/auth/register", Map.of("username", username, "password", PASSWORD));
        if (!made.code().equals("username-taken")) {
            made.requireStatus(201);
        }
        return signIn(username);
    }

    /** A new person, signed in as a browser is: cookies, and the Origin of this suite. */
    public ChatClient signUpInBrowser(String name) {
        return signInInBrowser(register(name));
    }

    /** One more device of a person made by {@link #signUp}. */
    public ChatClient signIn(String username) {
        Rest rest = new Rest(this, new Credentials.Tokens());
        Answer answer = signIn(rest, username).requireStatus(200);
        return new ChatClient(rest, answer.read("user", User.class));
    }

    /** A sign-in of a person made by {@link #signUp}, whatever it is answered. */
    public Answer triesToSignIn(String username) {
        return signIn(new Rest(this, new Credentials.Tokens()), username);
    }

    private static Answer signIn(Rest rest, String username) {
        return rest.post(
                "/api/auth/login",
                Map.of("username", username, "password", PASSWORD, "mode", "token", "device", "test client"));
    }

    /** One more browser of a person made by {@link #signUp}. */
    public ChatClient signInInBrowser(String username) {
        Rest rest = new Rest(this, new Credentials.Cookies(url));
        Answer answer = rest.post("/api/auth/login", Map.of("username", username, "password", PASSWORD));
        answer.requireStatus(200);
        return new ChatClient(rest, answer.read("user", User.class));
    }

    /** The password of everybody made here. */
    public String password() {
        return PASSWORD;
    }

    private String register(String name) {
        String username = name.toLowerCase(Locale.ROOT)
                + "."
                + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);
        Rest stranger = new Rest(this, new Credentials.Tokens());
        stranger.post("/api/auth/register", Map.of("username", username, "password", PASSWORD, "displayName", name))
                .requireStatus(201);
        return username;
    }
}
