package dev.postrider.gateway.route;

import static dev.postrider.gateway.limit.Share.CALLS;
import static dev.postrider.gateway.limit.Share.FREE;
import static dev.postrider.gateway.limit.Share.OPEN_CALLS;
import static dev.postrider.gateway.limit.Share.SEARCHES;
import static dev.postrider.gateway.limit.Share.SIGN_INS;
import static dev.postrider.gateway.limit.Share.UPGRADES;
import static dev.postrider.gateway.route.Access.OPEN;
import static dev.postrider.gateway.route.Access.TOKEN;
import static dev.postrider.gateway.route.Target.AUTH;
import static dev.postrider.gateway.route.Target.CHAT;
import static dev.postrider.gateway.route.Target.DOCUMENT;
import static dev.postrider.gateway.route.Target.HISTORY;
import static dev.postrider.gateway.route.Target.PAGE;
import static dev.postrider.gateway.route.Target.SOCKET;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CleanPath;
import dev.postrider.gateway.limit.Share;
import java.util.List;
import java.util.Set;

/** The whole map of the installation. The first line that fits decides; an unknown call below {@code /api} is 404. */
public final class RouteTable {
    private static final String ANY = "";
    private static final String READ = "GET HEAD";

    private static final List<Route> LINES = List.of(
            line("GET", "/ws", SOCKET, TOKEN, UPGRADES),
            line("POST", "/api/auth/register", AUTH, OPEN, SIGN_INS),
            line("POST", "/api/auth/login", AUTH, OPEN, SIGN_INS),
            line("POST", "/api/auth/reset", AUTH, OPEN, SIGN_INS),
            line("POST", "/api/auth/exchange", AUTH, OPEN, SIGN_INS),
            line("POST", "/api/auth/refresh", AUTH, OPEN, OPEN_CALLS),
            line("POST", "/api/auth/logout", AUTH, OPEN, OPEN_CALLS),
            line(READ, "/api/auth/jwks.json", AUTH, OPEN, OPEN_CALLS),
            line(READ, "/.well-known/jwks.json", AUTH, OPEN, OPEN_CALLS),
            line(ANY, "/api/auth/**", AUTH, TOKEN, CALLS),
            line(ANY, "/api/users/**", AUTH, TOKEN, CALLS),
            line(ANY, "/api/bots/**", AUTH, TOKEN, CALLS),
            line(ANY, "/api/admin/users/**", AUTH, TOKEN, CALLS),
            line(ANY, "/api/admin/invites/**", AUTH, TOKEN, CALLS),
            line(READ, "/api/conversations/*/online", CHAT, TOKEN, CALLS),
            line(READ, "/api/conversations/**", HISTORY, TOKEN, CALLS),
            line(ANY, "/api/conversations/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/sync", HISTORY, TOKEN, CALLS),
            line(ANY, "/api/search", HISTORY, TOKEN, SEARCHES),
            line(ANY, "/api/export/**", HISTORY, TOKEN, CALLS),
            line(READ, "/api/feeds/*/values", HISTORY, TOKEN, CALLS),
            line(ANY, "/api/feeds/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/rooms/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/blocks/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/presence", CHAT, TOKEN, CALLS),
            line(ANY, "/api/drafts", CHAT, TOKEN, CALLS),
            line(ANY, "/api/invites/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/admin/flags/**", CHAT, TOKEN, CALLS),
            line(ANY, "/api/admin/activity", CHAT, TOKEN, CALLS),
            line(ANY, "/api/push/**", CHAT, TOKEN, CALLS),
            line("POST", "/api/hooks/*", CHAT, OPEN, OPEN_CALLS),
            line(READ, "/api/version", DOCUMENT, OPEN, OPEN_CALLS),
            line(READ, "/api/openapi.json", DOCUMENT, OPEN, OPEN_CALLS),
            line(READ, "/api/asyncapi.json", DOCUMENT, OPEN, OPEN_CALLS));

    private static final Route FILE = line(READ, "/**", PAGE, OPEN, FREE);

    /** The line for a call. @throws Refused 405 where another method would fit, else 404 below {@code /api} */
    public Route find(String method, CleanPath path) {
        var segments = path.segments();
        for (Route route : LINES) {
            if (route.isFor(method, segments)) {
                return route;
            }
        }
        return rest(method, path);
    }

    private static Route rest(String method, CleanPath path) {
        boolean known = LINES.stream().anyMatch(line -> line.isForPath(path.segments()));
        if (known || (!path.isApi() && !FILE.methods().contains(method))) {
            throw Refused.of(ProblemCode.METHOD_NOT_ALLOWED, "method", "This cannot be done here.");
        }
        if (path.isApi()) {
            throw Refused.of(ProblemCode.NOT_FOUND, "no-route", "There is nothing here.");
        }
        return FILE;
    }

    /** Every line, for tests and the documentation. */
    static List<Route> lines() {
        return LINES;
    }

    private static Route line(String methods, String path, Target target, Access access, Share share) {
        var pattern = List.of(path.substring(1).split("/", -1));
        return new Route(methods.isEmpty() ? Set.of() : Set.of(methods.split(" ")), pattern, target, access, share);
    }
}
