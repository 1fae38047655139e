package dev.postrider.e2e.rollout;

import dev.postrider.e2e.load.Clock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service again and again whether it is ready, and notes when it first said that it is not. */
final class Readiness implements AutoCloseable {
    static final long NEVER = Long.MAX_VALUE;
    private static final int POLL_MILLIS = 5;
    private static final int READY = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final HttpRequest question;
    private final Thread thread;
    private volatile long refusedAt = NEVER;

    /** @param management where it tells about itself */
    Readiness(URI management) {
        this.question = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        this.thread = Thread.ofVirtual().start(this::ask);
    }

    /** When it said so, by {@link Clock}; silence is no answer. */
    long refusedAt() {
        return refusedAt;
    }

    private void ask() {
        while (refusedAt == NEVER && !Thread.currentThread().isInterrupted()) {
            try {
                int status = HTTP.send(question, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != READY) {
                    refusedAt = Clock.millis();
                }
                Thread.sleep(POLL_MILLIS);
            } catch (IOException away) {
                continue;
            } catch (InterruptedException enough) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
