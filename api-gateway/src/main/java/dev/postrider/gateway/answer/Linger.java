package dev.postrider.gateway.answer;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads away what a refused request still sends, so that its answer is not lost in a connection reset. At most
 * {@value #BYTES_MAX} bytes and {@value #MILLIS_MAX} ms; who sends on is cut off.
 */
public final class Linger {
    static final int BYTES_MAX = 262_144;
    static final long MILLIS_MAX = 2_000;
    private final HttpServerRequest request;
    private final Runnable after;
    private final long timer;
    private final Vertx vertx;
    private long bytes;

    private Linger(Vertx vertx, HttpServerRequest request, Runnable after) {
        this.vertx = vertx;
        this.request = request;
        this.after = after;
        this.timer = vertx.setTimer(MILLIS_MAX, expired -> request.connection().close());
    }

    /** Runs {@code after} when the request has ended, unless it has been cut off. */
    public static void over(HttpServerRequest request, Runnable after) {
        if (request.isEnded()) {
            after.run();
            return;
        }
        var linger = new Linger(Vertx.currentContext().owner(), request, after);
        request.exceptionHandler(gone -> linger.stop());
        request.endHandler(ended -> linger.done());
        request.handler(buffer -> linger.count(buffer.length()));
        request.resume();
    }

    private void count(int length) {
        bytes += length;
        if (bytes > BYTES_MAX) {
            stop();
            request.connection().close();
        }
    }

    private void done() {
        stop();
        after.run();
    }

    private void stop() {
        vertx.cancelTimer(timer);
    }
}
