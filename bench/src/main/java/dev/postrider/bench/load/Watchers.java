package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sockets that watch people, and note when they are told of somebody's presence. */
public final class Watchers implements AutoCloseable {
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final long OPEN_SECONDS_MAX = 60;
    private static final long PING_MILLIS = 20_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final List<WebSocket> sockets = new ArrayList<>();
    private final List<Queue<Long>> frames = new ArrayList<>();

    public Watchers(Vertx vertx) {
        this.vertx = vertx;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(FRAME_BYTES_MAX)
                .setMaxMessageSize(FRAME_BYTES_MAX));
    }

    /** One more, who watches these. */
    public void gather(Doors doors, Person who, List<String> users) {
        Queue<Long> told = new ConcurrentLinkedQueue<>();
        frames.add(told);
        String watch = "{\"type\":\"watch\",\"users\":[\"" + String.join("\",\"", users) + "\"]}";
        Future<WebSocket> open = client.connect(doors.socketOf(who)).onSuccess(socket -> {
            sockets.add(socket);
            socket.textMessageHandler(frame -> {
                if (frame.startsWith("{\"type\":\"presence\"")) {
                    told.add(System.nanoTime());
                }
            });
            socket.writeTextMessage(watch);
            vertx.setPeriodic(PING_MILLIS, due -> socket.writeTextMessage("{\"type\":\"ping\",\"nonce\":\"1\"}"));
        });
        try {
            open.toCompletionStage().toCompletableFuture().get(OPEN_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("a watcher", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Frames of all of them so far. */
    public long told() {
        return frames.stream().mapToLong(Queue::size).sum();
    }

    /** The shortest time between two frames to one of them, in milliseconds; infinite where none got two. */
    public double closestMillis() {
        double closest = Double.POSITIVE_INFINITY;
        for (Queue<Long> one : frames) {
            long before = Long.MIN_VALUE;
            for (long at : one) {
                if (before != Long.MIN_VALUE) {
                    closest = Math.min(closest, (at - before) / 1e6);
                }
                before = at;
            }
        }
        return closest;
    }

    @Override
    public void close() {
        client.close();
    }
}
