package dev.postrider.bench.abuse;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Doors;
import dev.postrider.bench.load.Seat;
import dev.postrider.bench.people.Person;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Devices to which long messages go and that stop reading; or that read on, to tell what the messages alone cost. They read
 * again as soon as the suite says that it has closed all of them, to see with which code.
 */
public final class SlowReaders implements Attack {
    private static final int RECEIVE_BYTES = 65_536;
    private static final int FRAME_BYTES_MAX = 1 << 20;
    private static final int BODY_CHARS = 8_000;
    private static final long SECONDS_MAX = 60;
    private static final long PING_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 200;
    private static final long END_MILLIS_MAX = 20_000;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final Crowd writers;
    private final double perSecond;
    private final boolean stop;
    private final LongSupplier closed;
    private final Outcomes outcomes = new Outcomes();
    private final List<WebSocket> sockets = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private CountDownLatch open = new CountDownLatch(0);

    /**
     * Who writes to whom, and how fast.
     *
     * @param writers seats of those who write to the readers
     * @param perSecond messages of all writers
     */
    public record Traffic(List<Seat> writers, double perSecond, long seed) {
        public Traffic {
            writers = List.copyOf(writers);
        }
    }

    /**
     * @param stop false for those who read on
     * @param closed how many sockets the suite has closed as too slow so far
     */
    public SlowReaders(Vertx vertx, Doors doors, Traffic traffic, boolean stop, LongSupplier closed) {
        this.vertx = vertx;
        this.perSecond = traffic.perSecond();
        this.stop = stop;
        this.closed = closed;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setReceiveBufferSize(RECEIVE_BYTES)
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(FRAME_BYTES_MAX)
                .setMaxMessageSize(FRAME_BYTES_MAX));
        this.writers = Crowd.of(vertx, doors, traffic.seed());
        writers.writesAtLength(BODY_CHARS);
        writers.gather(traffic.writers());
    }

    /** Opens a socket for each, reading for now. */
    public void gather(Doors doors, List<Person> devices) {
        open = new CountDownLatch(devices.size());
        CompletableFuture<Void> all = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(here -> Future.all(devices.stream()
                                .map(device ->
                                        client.connect(doors.socketOf(device)).onSuccess(this::opened))
                                .toList())
                        .onSuccess(done -> all.complete(null))
                        .onFailure(all::completeExceptionally));
        await(all);
        vertx.setPeriodic(PING_MILLIS, due -> sockets.forEach(one -> one.writeTextMessage("{\"type\":\"ping\"}")));
    }

    private void opened(WebSocket socket) {
        sockets.add(socket);
        socket.textMessageHandler(frame ->
                outcomes.add(frame.startsWith("{\"type\":\"message\"") ? "messages read" : "other frames read"));
        socket.exceptionHandler(failed -> {});
        socket.closeHandler(gone -> {
            outcomes.add("closed with " + (socket.closeStatusCode() == null ? "no code" : socket.closeStatusCode()));
            open.countDown();
        });
    }

    @Override
    public String name() {
        return "%d %s".formatted(sockets.size(), stop ? "stop reading" : "read the same");
    }

    @Override
    public void begin(double seconds) {
        if (stop) {
            long before = closed.getAsLong();
            long all = sockets.size();
            sockets.forEach(WebSocket::pause);
            vertx.setPeriodic(
                    LOOK_MILLIS,
                    timer -> vertx.executeBlocking(closed::getAsLong).onSuccess(now -> {
                        if (now - before >= all) {
                            vertx.cancelTimer(timer);
                            sockets.forEach(WebSocket::resume);
                        }
                    }));
        }
        writing = CompletableFuture.runAsync(() -> writers.fly(perSecond, seconds, false));
    }

    @Override
    public Map<String, Long> end() {
        await(writing);
        if (stop) {
            sockets.forEach(WebSocket::resume);
            try {
                if (!open.await(END_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
                    outcomes.add("not closed", open.getCount());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return outcomes.all();
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.get(SECONDS_MAX * 5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("slow readers", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        writers.close();
        client.close();
    }
}
