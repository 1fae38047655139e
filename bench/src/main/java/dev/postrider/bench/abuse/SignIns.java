package dev.postrider.bench.abuse;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * So many who sign in at once, with the right password, and again as soon as they are answered; whoever is told to come back
 * later does.
 */
public final class SignIns implements Attack {
    private static final int ANSWER_MILLIS_MAX = 60_000;
    private static final long MILLIS = 1_000;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient http;
    private final List<String> bodies;
    private final int atOnce;
    private final Outcomes outcomes = new Outcomes();
    private volatile long until;

    /** @param bodies of their requests, taken in turn */
    public SignIns(Vertx vertx, URI gateway, List<String> bodies, int atOnce) {
        this.vertx = vertx;
        this.bodies = List.copyOf(bodies);
        this.atOnce = atOnce;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(gateway.getHost())
                .setDefaultPort(gateway.getPort())
                .setMaxPoolSize(atOnce));
    }

    @Override
    public String name() {
        return atOnce + " sign in at once";
    }

    @Override
    public void begin(double seconds) {
        until = System.nanoTime() + (long) (seconds * 1e9);
        vertx.getOrCreateContext().runOnContext(here -> {
            for (int number = 0; number < atOnce; number++) {
                signIn(number);
            }
        });
    }

    private void signIn(int number) {
        if (System.nanoTime() >= until) {
            return;
        }
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setURI("/api/auth/login")
                .putHeader("Content-Type", "application/json");
        http.request(request)
                .compose(open ->
                        open.idleTimeout(ANSWER_MILLIS_MAX).send(Buffer.buffer(bodies.get(number % bodies.size()))))
                .compose(answer -> answer.body().map(body -> answer))
                .onSuccess(answer -> answered(number, answer))
                .onFailure(failed -> {
                    outcomes.add(failed.getClass().getSimpleName());
                    vertx.setTimer(MILLIS, due -> signIn(number));
                });
    }

    private void answered(int number, HttpClientResponse answer) {
        String after = answer.getHeader("Retry-After");
        outcomes.add(
                answer.statusCode() == OK
                        ? "signed in"
                        : "status " + answer.statusCode() + (after == null ? "" : " with Retry-After"));
        if (after == null) {
            vertx.runOnContext(now -> signIn(number));
        } else {
            vertx.setTimer(Math.max(1, Long.parseLong(after)) * MILLIS, due -> signIn(number));
        }
    }

    @Override
    public Map<String, Long> end() {
        until = System.nanoTime();
        return outcomes.all();
    }

    @Override
    public void close() {
        until = System.nanoTime();
        http.close();
    }
}
