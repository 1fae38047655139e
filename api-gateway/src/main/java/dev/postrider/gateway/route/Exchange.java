package dev.postrider.gateway.route;

import dev.postrider.gateway.answer.Trace;
import dev.postrider.gateway.guard.CleanPath;
import dev.postrider.gateway.guard.Credentials;
import dev.postrider.gateway.guard.OriginRule;
import dev.postrider.gateway.guard.Passport;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * A request that has passed the guard, with all that was learnt on the way. A request with a body is paused.
 *
 * @param address of the caller, an address literal
 * @param credentials those that may be passed on
 */
public record Exchange(
        HttpServerRequest request,
        Trace trace,
        String address,
        CleanPath path,
        Route route,
        Credentials credentials,
        OriginRule.Source source,
        Optional<Passport> caller) {}
