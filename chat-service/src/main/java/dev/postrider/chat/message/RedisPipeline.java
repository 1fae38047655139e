package dev.postrider.chat.message;

import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all commands, in trips: what is sent while a trip is under way waits for its return and goes with the
 * next, in one write. So a lone command goes at once, and many share what a trip costs both ends. Answers come in the order
 * of the commands. (A pool gives a connection to one command at a time, and answers of different connections overtake one
 * another.) Connected with the first command, and anew with the first one after the connection was lost.
 *
 * <p>Happens-before: the line in use changes by compare-and-set only, from a lost one to none and from none to a new one,
 * so that a late report of an old line's end never takes a new one away. Who waits and who is under way is guarded by this;
 * answers are given outside of the lock, and the next trip leaves after all answers of the last were given.
 */
final class RedisPipeline {
    private static final int SILENT_MAX = 4;
    private static final int WAITING_MAX = 16_384;
    private static final int TRIP_MAX = 256;
    private static final Duration LOOK_MIN = Duration.ofMillis(100);
    private static final Duration LOOK_MAX = Duration.ofSeconds(10);

    private final Redis redis;
    private final Ticker ticker;
    private final Timers timers;
    private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
    private final Semaphore silent = new Semaphore(SILENT_MAX);
    private final Queue<Asked> waiting = new ArrayDeque<>();
    private @Nullable Trip underWay;

    RedisPipeline(Redis redis, Ticker ticker, Timers timers) {
        this.redis = redis;
        this.ticker = ticker;
        this.timers = timers;
    }

    /**
     * Sends the command; fails with {@link TimeoutException} when it is not answered in time. Then the commands after it go
     * over another connection: this one may lead nowhere. An error that Redis answers fails all commands of the same trip.
     *
     * @param within counts from when the command leaves; before, it waits for no more than the trip under way
     */
    CompletionStage<@Nullable Response> send(Request request, Duration within) {
        Asked asked = new Asked(request, within);
        boolean full;
        synchronized (this) {
            full = waiting.size() >= WAITING_MAX;
            if (!full) {
                waiting.add(asked);
            }
        }
        if (full) {
            asked.answer.completeExceptionally(new IllegalStateException("too many commands wait for Redis"));
        } else {
            depart();
        }
        return asked.answer;
    }

    /** The next trip leaves, unless one is under way. */
    private void depart() {
        Trip next;
        synchronized (this) {
            if (underWay != null || waiting.isEmpty()) {
                return;
            }
            List<Asked> aboard = new ArrayList<>();
            while (!waiting.isEmpty() && aboard.size() < TRIP_MAX) {
                aboard.add(waiting.remove());
            }
            next = new Trip(aboard, current());
            underWay = next;
        }
        next.start();
    }

    private void over(Trip trip) {
        synchronized (this) {
            if (underWay == trip) {
                underWay = null;
            }
        }
        depart();
    }

    /** A command and its answer. */
    private static final class Asked {
        private final Request request;
        private final Duration within;
        private final CompletableFuture<@Nullable Response> answer = new CompletableFuture<>();

        Asked(Request request, Duration within) {
            this.request = request;
            this.within = within;
        }

        boolean open() {
            return !answer.isDone();
        }
    }

    /** Commands that went together. */
    private final class Trip {
        private final List<Asked> aboard;
        private final Line used;
        private final long left = ticker.millis();
        private volatile Runnable unwatch = () -> {};

        Trip(List<Asked> aboard, Line used) {
            this.aboard = aboard;
            this.used = used;
        }

        void start() {
            List<Request> requests = aboard.stream().map(asked -> asked.request).toList();
            watch();
            used.connection
                    .chain(connection -> connection.batch(requests))
                    .subscribe()
                    .with(this::answered, this::failed);
        }

        private void answered(List<Response> answers) {
            unwatch.run();
            for (int i = 0; i < aboard.size(); i++) {
                aboard.get(i).answer.complete(answers.get(i));
            }
            over(this);
        }

        private void failed(Throwable cause) {
            unwatch.run();
            aboard.forEach(asked -> asked.answer.completeExceptionally(cause));
            over(this);
        }

        /** Looks when the next answer is due. */
        private void watch() {
            long due = aboard.stream()
                    .filter(Asked::open)
                    .mapToLong(asked -> asked.within.toMillis())
                    .min()
                    .orElse(0);
            if (due > 0) {
                unwatch = timers.after(Duration.ofMillis(Math.max(1, left + due - ticker.millis())), this::late);
            }
        }

        private void late() {
            long gone = ticker.millis() - left;
            List<Asked> unheard = aboard.stream()
                    .filter(asked -> asked.open() && asked.within.toMillis() <= gone)
                    .toList();
            if (!unheard.isEmpty()) {
                giveUp(used);
                unheard.forEach(asked -> asked.answer.completeExceptionally(new TimeoutException()));
                over(this);
            }
            watch();
        }
    }

    private Line current() {
        while (true) {
            Line now = line.get();
            if (now != null) {
                return now;
            }
            Line fresh = new Line();
            if (line.compareAndSet(null, fresh)) {
                return fresh;
            }
        }
    }

    private void lost(Line gone) {
        gone.ended = true;
        line.compareAndSet(gone, null);
    }

    private void giveUp(Line mute) {
        if (!silent.tryAcquire()) {
            return;
        }
        if (line.compareAndSet(mute, null)) {
            mute.connection
                    .call(connection -> connection
                            .send(Request.cmd(Command.PING))
                            // Refused while the line is full of commands that wait; asked again until it answers or
                            // ends.
                            .onFailure(full -> !mute.ended)
                            .retry()
                            .withBackOff(LOOK_MIN, LOOK_MAX)
                            .indefinitely())
                    .chain(RedisConnection::close)
                    .onTermination()
                    .invoke(silent::release)
                    .subscribe()
                    .with(given -> {}, gone -> {});
        } else {
            silent.release();
        }
    }

    /** A connection that is being made, or stands. */
    private final class Line {
        private volatile boolean ended;

        /** Connects when first subscribed to, once. */
        private final Uni<RedisConnection> connection = Uni.createFrom()
                .deferred(redis::connect)
                .invoke(made -> {
                    made.exceptionHandler(broken -> lost(this));
                    made.endHandler(() -> lost(this));
                })
                .onFailure()
                .invoke(refused -> lost(this))
                .memoize()
                .indefinitely();
    }
}
