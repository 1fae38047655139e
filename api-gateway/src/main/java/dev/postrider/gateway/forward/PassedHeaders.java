package dev.postrider.gateway.forward;

import dev.postrider.gateway.answer.SecurityHeaders;
import dev.postrider.gateway.guard.CookieNames;
import dev.postrider.gateway.guard.OriginRule;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which headers pass.
 *
 * <ul>
 *   <li>Inwards only the named ones, so that no forged identity, forwarding or hop-by-hop header has to be known to be
 *       stopped; our cookies without the others; address, host, scheme and trace written afresh.
 *   <li>Outwards all but those of the connection, of CORS and of the software behind; addresses of inner parts are cut off.
 * </ul>
 */
public final class PassedHeaders {
    private static final List<String> INWARDS = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Last-Event-ID",
            "Origin",
            "Sec-Fetch-Site",
            "User-Agent");
    private static final Set<String> NOT_OUTWARDS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "server",
            "x-powered-by",
            "x-request-id",
            "traceparent",
            "vary");

    private final CookieNames cookies;
    private final SecurityHeaders security;
    private final List<URI> publicOrigins;

    public PassedHeaders(CookieNames cookies, SecurityHeaders security, List<String> publicOrigins) {
        this.cookies = cookies;
        this.security = security;
        this.publicOrigins = publicOrigins.stream().map(URI::create).toList();
    }

    /** Writes the headers for the part behind, framing left out. */
    public void inwards(Exchange exchange, MultiMap to) {
        MultiMap from = exchange.request().headers();
        for (String name : INWARDS) {
            if (from.contains(name)) {
                to.set(name, from.getAll(name));
            }
        }
        exchange.credentials().cookieHeader(cookies).ifPresent(value -> to.set("Cookie", value));
        URI origin = originOf(from.get("Host"));
        to.set("X-Forwarded-For", exchange.address())
                .set("X-Forwarded-Proto", origin.getScheme())
                .set("X-Forwarded-Host", origin.getRawAuthority())
                .set("X-Request-Id", exchange.trace().id())
                .set("traceparent", exchange.trace().parent());
    }

    /** Writes the headers for the caller. @param inner authority of the part that answered */
    public void outwards(Exchange exchange, MultiMap from, MultiMap to, String inner) {
        List<String> named = new ArrayList<>();
        from.getAll("Connection")
                .forEach(line ->
                        named.addAll(List.of(line.toLowerCase(Locale.ROOT).split("\\s*,\\s*"))));
        for (String name : from.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_OUTWARDS.contains(lower) && !named.contains(lower) && !lower.startsWith("access-control-")) {
                to.set(name, from.getAll(name));
            }
        }
        from.getAll("Vary").forEach(value -> to.add("Vary", value));
        if (from.contains("Location")) {
            to.set("Location", from.get("Location").replaceFirst("^https?://" + Pattern.quote(inner), ""));
        }
        security.closed(to);
        to.set("X-Request-Id", exchange.trace().id());
        if (!to.contains("Cache-Control")) {
            to.set("Cache-Control", "no-store");
        }
        if (exchange.source() == OriginRule.Source.CORS) {
            to.remove("Set-Cookie");
        }
    }

    /** The public origin a request was meant for; what it says itself only chooses among the configured ones. */
    private URI originOf(@Nullable String host) {
        for (URI origin : publicOrigins) {
            if (origin.getRawAuthority().equalsIgnoreCase(host)) {
                return origin;
            }
        }
        return publicOrigins.getFirst();
    }
}
