package dev.postrider.chat.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all commands: each is written behind the one before without waiting for its answer, and Redis
 * answers in that order. (A pool gives a connection to one command at a time, and answers of different connections
 * overtake one another.) Made with the first command, and anew with the first one after it was lost.
 *
 * <p>Happens-before: the line in use changes by compare-and-set only, from a lost one to none and from none to a new one,
 * so that a late report of an old line's end never takes a new one away.
 */
final class RedisPipeline {
    private static final int SILENT_MAX = 4;
    private static final Duration LOOK_MIN = Duration.ofMillis(100);
    private static final Duration LOOK_MAX = Duration.ofSeconds(10);

    private final Redis redis;
    private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
    private final Semaphore silent = new Semaphore(SILENT_MAX);

    RedisPipeline(Redis redis) {
        this.redis = redis;
    }

    /**
     * Sends the command; fails with {@link io.smallrye.mutiny.TimeoutException} when it is not answered in time. Then the
     * commands after it go over another connection: this one may lead nowhere.
     */
    Uni<@Nullable Response> send(Request request, Duration within) {
        Line used = current();
        return used.connection
                .chain(connection -> connection.send(request))
                .ifNoItem()
                .after(within)
                .recoverWithUni(() -> {
                    giveUp(used);
                    return Uni.createFrom().failure(new io.smallrye.mutiny.TimeoutException());
                });
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
