package dev.postrider.chat.socket;

import dev.postrider.base.identity.VerifiedTicket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sees to it that a ticket is taken once: on this node for certain, on the others as long as Redis is there. Bounded by
 * the tickets' life of half a minute.
 */
@ApplicationScoped
class UsedTickets {
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);
    private static final String KEPT_SECONDS = "60";

    private final Redis redis;
    private final Clock clock;
    private final Map<String, Instant> used = new HashMap<>();

    UsedTickets(Redis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** True for the first caller only. Never fails. */
    Uni<Boolean> take(VerifiedTicket ticket) {
        if (!takeHere(ticket)) {
            return Uni.createFrom().item(false);
        }
        Request request = Request.cmd(Command.SET)
                .arg("ticket:" + ticket.ticketId())
                .arg("used")
                .arg("NX")
                .arg("EX")
                .arg(KEPT_SECONDS);
        return redis.send(request)
                .map(set -> set != null)
                .ifNoItem()
                .after(ANSWER_WITHIN)
                .recoverWithItem(true)
                .onFailure()
                .recoverWithItem(true);
    }

    private synchronized boolean takeHere(VerifiedTicket ticket) {
        Instant now = clock.instant();
        used.values().removeIf(until -> until.isBefore(now));
        return used.putIfAbsent(ticket.ticketId(), ticket.expiresAt()) == null;
    }
}
