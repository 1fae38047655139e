package dev.postrider.chat.presence;

import io.vertx.core.Context;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis that hears what is published on the wanted channels. Confined to one Vert.x context.
 *
 * <pre>
 * down ──connect──▶ opening ──▶ up ──(closed, failed, or no answer to a pulse)──▶ down, tried again each second
 * </pre>
 *
 * Redis answers each SUBSCRIBE on the connection itself, in order with the messages: from that acknowledgement on
 * nothing published is missed while the connection lasts. The pulse is a repeated SUBSCRIBE, since a subscribed
 * connection may do little else.
 */
final class LiveSubscription {
    private static final Logger LOG = Logger.getLogger(LiveSubscription.class);
    private static final long PULSE_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 1_000;

    private final Redis redis;
    private final Context context;
    private final Listener listener;
    private final String pulse;
    private final SubscriptionBook book = new SubscriptionBook();
    private State state = new State.Down();
    private long nextAt;

    /** Who hears; called on the context. */
    interface Listener {
        /** From now on messages of this channel are heard; said again after every reconnect. */
        void acknowledged(String channel);

        void message(String channel, byte[] payload);
    }

    private sealed interface State {
        record Down() implements State {}

        record Opening() implements State {}

        record Up(RedisConnection connection, boolean answered) implements State {}
    }

    LiveSubscription(Redis redis, Context context, NodeName node, Listener listener) {
        this.redis = redis;
        this.context = context;
        this.listener = listener;
        this.pulse = "pulse:" + node.text();
    }

    void follow(Collection<String> channels) {
        send(Command.SUBSCRIBE, book.want(channels));
    }

    void leave(Collection<String> channels) {
        send(Command.UNSUBSCRIBE, book.drop(channels));
    }

    /** Opens what is down and sees whether what is up still answers; called often. */
    void tick(long now) {
        if (now < nextAt) {
            return;
        }
        switch (state) {
            case State.Down down -> open(now);
            case State.Opening opening -> nextAt = now + RETRY_MILLIS;
            case State.Up up when !up.answered() -> lost(up.connection(), "no answer to the pulse");
            case State.Up up -> pulse(up, now);
        }
    }

    void close() {
        if (state instanceof State.Up up) {
            state = new State.Down();
            quietly(up.connection());
        }
    }

    private void open(long now) {
        state = new State.Opening();
        nextAt = now + RETRY_MILLIS;
        redis.connect().subscribe().with(on(this::opened), on(this::refused));
    }

    private void opened(RedisConnection connection) {
        connection.handler(on(reply -> heard(connection, reply)));
        connection.exceptionHandler(on(fault -> lost(connection, String.valueOf(fault.getMessage()))));
        connection.endHandler(() -> context.runOnContext(ignored -> lost(connection, "closed")));
        state = new State.Up(connection, true);
        nextAt = 0;
        send(Command.SUBSCRIBE, book.all());
    }

    private void refused(Throwable cause) {
        LOG.debugf("Redis is away, presence and typing pause: %s", cause.getMessage());
        state = new State.Down();
    }

    private void pulse(State.Up up, long now) {
        state = new State.Up(up.connection(), false);
        nextAt = now + PULSE_MILLIS;
        send(Command.SUBSCRIBE, List.of(pulse));
    }

    private void lost(RedisConnection connection, String why) {
        if (state instanceof State.Up up && up.connection() == connection) {
            LOG.warnf("The subscription to live news broke and is made again: %s", why);
            state = new State.Down();
            quietly(connection);
        }
    }

    private void heard(RedisConnection connection, @Nullable Response reply) {
        if (!(state instanceof State.Up up) || up.connection() != connection || reply == null || reply.size() != 3) {
            return;
        }
        String channel = reply.get(1).toString();
        switch (reply.get(0).toString()) {
            case "subscribe" -> acknowledged(up, channel);
            case "message" -> listener.message(channel, reply.get(2).toBuffer().getBytes());
            default -> LOG.tracef("Not news: %s", channel);
        }
    }

    private void acknowledged(State.Up up, String channel) {
        if (channel.equals(pulse)) {
            state = new State.Up(up.connection(), true);
        } else if (book.wants(channel)) {
            listener.acknowledged(channel);
        }
    }

    private void send(Command command, List<String> channels) {
        if (!(state instanceof State.Up up)) {
            return;
        }
        for (List<String> slice : SubscriptionBook.slices(channels)) {
            Request request = Request.cmd(command);
            slice.forEach(request::arg);
            up.connection()
                    .send(request)
                    .subscribe()
                    .with(written -> {}, on(fault -> lost(up.connection(), String.valueOf(fault.getMessage()))));
        }
    }

    private <T> Consumer<T> on(Consumer<T> step) {
        return value -> context.runOnContext(ignored -> step.accept(value));
    }

    private static void quietly(RedisConnection connection) {
        connection
                .close()
                .subscribe()
                .with(closed -> {}, fault -> LOG.debugf("Closing a broken connection failed: %s", fault.getMessage()));
    }
}
