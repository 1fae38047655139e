package dev.postrider.gateway.limit;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.GatewayConfig;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CallerAddress;
import dev.postrider.gateway.guard.Passport;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/** Gives each call its share of the minute, and says so in the headers. */
public final class Shares {
    private final RateWindow window;
    private final GatewayConfig.Limits limits;

    public Shares(RateWindow window, GatewayConfig.Limits limits) {
        this.window = window;
        this.limits = limits;
    }

    /** Takes one; fails with 429 when the share is used up. A call without a caller counts for its address. */
    public Future<Void> take(Share share, Optional<Passport> caller, String address, HttpServerResponse response) {
        if (share.by() == Share.By.NOBODY) {
            return Future.succeededFuture();
        }
        String whose = share.by() == Share.By.USER && caller.isPresent()
                ? caller.get().userId()
                : CallerAddress.network(address);
        return window.take(share.policy() + ":" + whose, share.perMinute(limits))
                .compose(grant -> {
                    grant.describe(response.headers(), share);
                    return grant.granted() ? Future.succeededFuture() : Future.failedFuture(tooMany(share, grant));
                });
    }

    private static Refused tooMany(Share share, Grant grant) {
        return Refused.of(ProblemCode.RATE, "rate-" + share.policy(), "Too many " + share.policy() + " in a minute.")
                .retryAfter(grant.pause());
    }
}
