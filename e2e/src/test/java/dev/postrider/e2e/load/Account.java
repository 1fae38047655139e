package dev.postrider.e2e.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Somebody who takes part: registered once, signed in again before the token ends. Thread-safe. */
public final class Account {
    private static final String PASSWORD = "over the hills by night";
    private static final Duration TOKEN_USED = Duration.ofMinutes(10);
    private static final int AT_ONCE = 2;

    private final Web web;
    private final String username;
    private final String id;
    private String token;
    private long signedIn;

    private Account(Web web, String username) throws IOException {
        this.web = web;
        this.username = username;
        JsonNode user = web.post("/api/auth/register", Map.of("username", username, "password", PASSWORD));
        this.id = user.path("user").path("id").asText();
        this.token = "";
        signIn();
    }

    private Account(Account same) throws IOException {
        this.web = same.web;
        this.username = same.username;
        this.id = same.id;
        this.token = "";
        signIn();
    }

    /** The same people, each signed in once more on another device. */
    static List<Account> onOtherDevices(List<Account> people) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Account>> all = people.stream()
                    .map(person -> pool.submit(() -> new Account(person)))
                    .toList();
            return all.stream().map(Account::get).toList();
        }
    }

    /** So many people, in the order of their ids. Slow on purpose of the server: a password costs a tenth of a second. */
    public static List<Account> register(URI gateway, int count) {
        Web web = new Web(gateway);
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Account>> all = IntStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> new Account(web, name(number))))
                    .toList();
            return all.stream()
                    .map(Account::get)
                    .sorted(java.util.Comparator.comparing(Account::id))
                    .toList();
        }
    }

    public String id() {
        return id;
    }

    /** A bearer token with some minutes to live. */
    public synchronized String token() {
        if (System.nanoTime() - signedIn > TOKEN_USED.toNanos()) {
            try {
                signIn();
            } catch (IOException away) {
                return token;
            }
        }
        return token;
    }

    JsonNode get(String path) throws IOException {
        return web.get(path, token());
    }

    private synchronized void signIn() throws IOException {
        JsonNode answer = web.post(
                "/api/auth/login",
                Map.of("username", username, "password", PASSWORD, "mode", "token", "device", "load"));
        token = answer.path("accessToken").asText();
        signedIn = System.nanoTime();
    }

    private static String name(int number) {
        return "carrier%d.%s"
                .formatted(number, Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36));
    }

    private static Account get(Future<Account> future) {
        try {
            return future.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new UncheckedIOException(new IOException("registering failed", failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
