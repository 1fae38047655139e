package dev.postrider.gateway.limit;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CallerAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many sockets each user and address holds on this gateway, exactly. Other gateways count their own: a count shared
 * through Redis would need leases and would be wrong whenever Redis is emptied. Any thread.
 */
public final class OpenSockets {
    private final Map<String, Integer> byUser = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final GatewayConfig.Limits limits;
    private final int tunnelsMax;

    public OpenSockets(GatewayConfig.Limits limits, int tunnelsMax) {
        this.limits = limits;
        this.tunnelsMax = tunnelsMax;
    }

    /** A place, to be given back once; giving it back again does nothing. @throws Refused 429, or 503 when all are taken */
    public Runnable enter(String userId, String address) {
        String network = CallerAddress.network(address);
        if (open.incrementAndGet() > tunnelsMax) {
            open.decrementAndGet();
            throw Refused.of(ProblemCode.UNAVAILABLE, "tunnels-full", "All places are taken.")
                    .retryAfter(Duration.ofSeconds(5));
        }
        if (!take(byUser, userId, limits.connectionsPerUser())) {
            open.decrementAndGet();
            throw tooMany("connections-user", "This account has too many open sockets.");
        }
        if (!take(byAddress, network, limits.connectionsPerAddress())) {
            open.decrementAndGet();
            give(byUser, userId);
            throw tooMany("connections-address", "This address has too many open sockets.");
        }
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                open.decrementAndGet();
                give(byUser, userId);
                give(byAddress, network);
            }
        };
    }

    /** All of them. */
    public int count() {
        return open.get();
    }

    private static boolean take(Map<String, Integer> counts, String key, int max) {
        boolean[] taken = {false};
        counts.compute(key, (k, count) -> {
            int before = count == null ? 0 : count;
            taken[0] = before < max;
            return taken[0] ? before + 1 : count;
        });
        return taken[0];
    }

    private static void give(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }

    private static Refused tooMany(String reason, String detail) {
        return Refused.of(ProblemCode.RATE, reason, detail).retryAfter(Duration.ofSeconds(10));
    }
}
