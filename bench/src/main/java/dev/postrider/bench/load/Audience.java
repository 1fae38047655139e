package dev.postrider.bench.load;

import dev.postrider.bench.people.Person;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Many people in one room, with a socket each, of whom the first writes. Counts what reaches the others; looks at the
 * beginning of a frame only, so that the driver costs little beside what it measures.
 */
public final class Audience implements AutoCloseable {
    private static final int AT_ONCE = 100;
    /** Who says nothing for two heartbeats of half a minute is closed. */
    private static final long PING_MILLIS = 20_000;

    private static final long OPEN_SECONDS_MAX = 120;
    private static final String MESSAGE = "{\"type\":\"message\"";
    private static final String WELCOME = "{\"type\":\"welcome\"";

    private final Vertx vertx;
    private final WebSocketClient client;
    private final List<WebSocket> sockets = new ArrayList<>();
    private final AtomicInteger welcomed = new AtomicInteger();
    private final AtomicLong heard = new AtomicLong();
    private final Map<String, Integer> closed = new ConcurrentHashMap<>();
    private long sent;
    private long pings;

    private Audience(Vertx vertx) {
        this.vertx = vertx;
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(HttpClientOptions.DEFAULT_MAX_WEBSOCKETS * 1_000)
                .setMaxFrameSize(1 << 20));
    }

    /** Returns when all stand and were greeted. */
    public static Audience gather(Vertx vertx, Doors doors, List<Person> people) {
        return gather(vertx, person -> doors, people);
    }

    /** The same, each by a door of their own. */
    public static Audience gather(Vertx vertx, Function<Person, Doors> doors, List<Person> people) {
        Audience audience = new Audience(vertx);
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<Person> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            // On the loop that reads the sockets: from another thread, who is greeted at once may be so before we
            // listen.
            Promise<Void> open = Promise.promise();
            vertx.getOrCreateContext()
                    .runOnContext(here -> audience.open(doors, some).onComplete(open));
            await(open.future());
        }
        audience.pings = vertx.setPeriodic(
                PING_MILLIS, due -> audience.sockets.forEach(one -> one.writeTextMessage(Frames.PING)));
        if (!audience.within(OPEN_SECONDS_MAX * 1_000, () -> audience.welcomed.get() >= people.size())) {
            throw new IllegalStateException(audience.welcomed.get() + " of " + people.size() + " were welcomed");
        }
        return audience;
    }

    private Future<Void> open(Function<Person, Doors> doors, List<Person> some) {
        List<Future<WebSocket>> all = some.stream()
                .map(person -> client.connect(doors.apply(person).socketOf(person))
                        .onSuccess(socket -> socket.textMessageHandler(this::heard)
                                .closeHandler(gone -> closed.merge("" + socket.closeStatusCode(), 1, Integer::sum))))
                .toList();
        return Future.all(all).map(done -> {
            all.forEach(one -> sockets.add(one.result()));
            return null;
        });
    }

    private void heard(String frame) {
        if (frame.startsWith(MESSAGE)) {
            heard.incrementAndGet();
        } else if (frame.startsWith(WELCOME)) {
            welcomed.incrementAndGet();
        }
    }

    public int size() {
        return sockets.size();
    }

    /**
     * The first one writes so many, never with more than so many that somebody has not got yet.
     *
     * @return nanoseconds until everybody had the last one
     */
    public long broadcast(String room, int messages, int underWayMax, long millisMax) {
        int round = 0;
        long others = sockets.size() - 1L;
        long began = System.nanoTime();
        long base = heard.get();
        for (int i = 0; i < messages; i++) {
            long needed = base + Math.max(0, i - underWayMax + 1) * others;
            if (!within(millisMax, () -> heard.get() >= needed)) {
                throw missing(needed);
            }
            String id = MessageTag.id(System.currentTimeMillis(), round, sent++);
            sockets.getFirst().writeTextMessage(Frames.send(id, room, "to all of you, number " + i));
        }
        if (!within(millisMax, () -> heard.get() >= base + messages * others)) {
            throw missing(base + messages * others);
        }
        return System.nanoTime() - began;
    }

    private IllegalStateException missing(long needed) {
        return new IllegalStateException(
                "%,d frames did not come; sockets closed, by code: %s".formatted(needed - heard.get(), closed));
    }

    @Override
    public void close() {
        vertx.cancelTimer(pings);
        sockets.forEach(WebSocket::close);
        await(client.close());
    }

    private interface Claim {
        boolean holds();
    }

    private boolean within(long millis, Claim claim) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!claim.holds()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(200_000);
        }
        return true;
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(OPEN_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the driver's sockets", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
