package dev.postrider.gateway.listen;

import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.ChannelEnd;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's part of the listening socket. HTTP/1.1 only: no h2c, whose upgrade is a way around every check here; no
 * decompression; no WebSocket of its own.
 */
final class Listener extends AbstractVerticle {
    private static final long SWEEP_MILLIS = 500;
    private final GatewayConfig config;
    private final Door door;
    private final AtomicInteger connections;
    private final ConnectionClock clock;
    private @Nullable HttpServer server;

    /** @param connections of all listeners together */
    Listener(GatewayConfig config, Door door, AtomicInteger connections, InstantSource clock) {
        this.config = config;
        this.door = door;
        this.connections = connections;
        this.clock = new ConnectionClock(clock, config.timeouts());
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.setPeriodic(SWEEP_MILLIS, tick -> clock.sweep());
        server = vertx.createHttpServer(options(config))
                .connectionHandler(this::onConnection)
                .invalidRequestHandler(this::onUnreadable)
                .requestHandler(this::onRequest);
        server.listen().<Void>mapEmpty().onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        if (server == null) {
            stopped.complete();
        } else {
            server.close().onComplete(stopped);
        }
    }

    int port() {
        return server == null ? -1 : server.actualPort();
    }

    private void onConnection(HttpConnection connection) {
        if (connections.incrementAndGet() > config.bounds().connectionsMax()) {
            connections.decrementAndGet();
            connection.close();
            return;
        }
        SystemBuffers.bound(
                connection, Math.toIntExact(config.bounds().systemBytesMax().asLongValue()));
        clock.onOpened(connection);
        RequestsAhead.bound(connection, config.bounds().requestsAheadMax());
        ChannelEnd.listen(connection, () -> {
            connections.decrementAndGet();
            clock.onClosed(connection);
        });
    }

    /** A request waits until the answers before it are taken: else who reads none would make the gateway hold them all. */
    private void onRequest(HttpServerRequest request) {
        var connection = request.connection();
        if (ChannelEnd.isAnnounced(connection)) {
            return;
        }
        if (request.response().writeQueueFull()) {
            request.pause();
            request.response().drainHandler(taken -> {
                request.resume();
                take(request);
            });
        } else {
            take(request);
        }
    }

    private void take(HttpServerRequest request) {
        var connection = request.connection();
        clock.onRequest(connection);
        request.response().drainHandler(null).endHandler(ended -> clock.onAnswered(connection));
        door.onRequest(request);
    }

    private void onUnreadable(HttpServerRequest request) {
        if (ChannelEnd.isAnnounced(request.connection())) {
            return;
        }
        clock.onRequest(request.connection());
        door.onUnreadable(request);
    }

    private static HttpServerOptions options(GatewayConfig config) {
        var bounds = config.bounds();
        int port = config.listen().port();
        return new HttpServerOptions()
                .setHost(config.listen().host())
                .setPort(port == 0 ? -1 : port)
                .setMaxHeaderSize(Math.toIntExact(bounds.headerBytesMax().asLongValue()))
                .setMaxInitialLineLength(
                        Math.toIntExact(bounds.requestLineBytesMax().asLongValue()))
                .setMaxChunkSize(16_384)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.timeouts().idle().toMillis()))
                .setHttp2ClearTextEnabled(false)
                .setDecompressionSupported(false)
                .setCompressionSupported(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4_096);
    }
}
