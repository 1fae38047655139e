package dev.postrider.gateway.limit;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.ChannelEnd;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CallerAddress;
import dev.postrider.gateway.guard.Passport;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many calls to parts each user, or each address without a token, has under way on this gateway: a part has a bounded
 * number of connections, and who sends or reads slowly must not hold them all. Any thread.
 *
 * <p>Happens-before: a call may begin after its connection has ended (its share was asked of Redis meanwhile), and then
 * nobody tells of the end any more. So the end is listened for first and looked at after that: whichever of the two sees
 * it gives the place back, and only one does.
 */
public final class CallsUnderWay {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final int max;

    public CallsUnderWay(int max) {
        this.max = max;
    }

    /** Takes a place until the call was answered or its connection has ended. @throws Refused 429 when all are taken */
    public void enter(HttpServerRequest request, Optional<Passport> caller, String address) {
        String whose = caller.map(known -> "user:" + known.userId())
                .orElseGet(() -> "address:" + CallerAddress.network(address));
        if (counts.merge(whose, 1, Integer::sum) > max) {
            give(whose);
            throw Refused.of(ProblemCode.RATE, "calls-at-once", "Too many calls are under way at once.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        var left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                give(whose);
            }
        };
        request.response().bodyEndHandler(answered -> leave.run());
        var connection = request.connection();
        connection.closeHandler(gone -> leave.run());
        if (ChannelEnd.isEnded(connection)) {
            leave.run();
        }
    }

    /** All of them. */
    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void give(String whose) {
        counts.computeIfPresent(whose, (key, count) -> count == 1 ? null : count - 1);
    }
}
