package dev.postrider.gateway.listen;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.answer.Trace;
import dev.postrider.gateway.guard.BodyRule;
import dev.postrider.gateway.guard.CallerAddress;
import dev.postrider.gateway.guard.CleanPath;
import dev.postrider.gateway.guard.CookieNames;
import dev.postrider.gateway.guard.CorsAnswer;
import dev.postrider.gateway.guard.Credentials;
import dev.postrider.gateway.guard.OriginRule;
import dev.postrider.gateway.guard.Passport;
import dev.postrider.gateway.guard.TokenCheck;
import dev.postrider.gateway.route.Access;
import dev.postrider.gateway.route.Exchange;
import dev.postrider.gateway.route.RouteTable;
import dev.postrider.gateway.route.Target;
import dev.postrider.gateway.upgrade.Handshake;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Looks at the head of a request and says what it is; waits for nothing. */
final class Guard {
    private static final Credentials NOTHING = new Credentials(null, null, null, null);
    private final RouteTable routes = new RouteTable();
    private final CookieNames cookies;
    private final OriginRule origins;
    private final BodyRule bodies;
    private final CallerAddress addresses;
    private final TokenCheck tokens;

    Guard(CookieNames cookies, OriginRule origins, BodyRule bodies, CallerAddress addresses, TokenCheck tokens) {
        this.cookies = cookies;
        this.origins = origins;
        this.bodies = bodies;
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /** The request with its route and, where its token is good, its caller. @throws Refused for what may not pass */
    Exchange admit(HttpServerRequest request, Trace trace) {
        var path = CleanPath.of(request.uri());
        boolean socket = path.path().equals("/ws");
        var ticket = socket ? Handshake.ticketOf(request) : Optional.<String>empty();
        var said = Credentials.of(request, cookies);
        var source = origins.check(request, ticket.isPresent() ? NOTHING : said, socket);
        if (source == OriginRule.Source.CORS) {
            CorsAnswer.allow(request);
        }
        var route = routes.find(request.method().name(), path);
        if (route.target() == Target.SOCKET) {
            Handshake.of(request);
        } else if (route.target() != Target.PAGE) {
            bodies.check(request);
        }
        boolean foreign = source == OriginRule.Source.CORS;
        var credentials = ticket.isPresent() ? NOTHING : foreign ? said.bearerOnly() : said;
        var caller = route.access() == Access.OPEN ? Optional.<Passport>empty() : callerOf(credentials, ticket);
        return new Exchange(request, trace, addresses.of(request), path, route, credentials, source, caller);
    }

    /** @throws Refused where the page that asks is not on the list */
    void checkPreflight(HttpServerRequest request) {
        if (origins.check(request, NOTHING, false) != OriginRule.Source.CORS) {
            throw Refused.of(ProblemCode.METHOD_NOT_ALLOWED, "method", "Pages of this origin need not ask.");
        }
    }

    private Optional<Passport> callerOf(Credentials credentials, Optional<String> ticket) {
        return ticket.isPresent()
                ? tokens.ticket(ticket.get())
                : credentials.token().flatMap(tokens::access);
    }
}
