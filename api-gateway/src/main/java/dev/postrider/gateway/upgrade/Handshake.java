package dev.postrider.gateway.upgrade;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.Framing;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The opening of a socket as RFC 6455 and the contract want it.
 *
 * @param protocols the sub-protocols offered, in their order
 * @param ticket what was offered as {@code postrider.ticket.…}
 */
public record Handshake(List<String> protocols, Optional<String> ticket) {
    /** The one sub-protocol there is. */
    public static final String PROTOCOL = "postrider.v1";

    private static final String TICKET = "postrider.ticket.";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    /** Reads a request. @throws Refused 400 when it opens no socket, another version or no sub-protocol of ours */
    public static Handshake of(HttpServerRequest request) {
        String key = request.getHeader("Sec-WebSocket-Key");
        boolean opens = request.version() == HttpVersion.HTTP_1_1
                && has(request, "Upgrade", "websocket")
                && has(request, "Connection", "upgrade")
                && key != null
                && KEY.matcher(key.trim()).matches()
                && !Framing.announcesBody(request);
        if (!opens) {
            throw wrong("handshake", "A WebSocket handshake is wanted here.");
        }
        if (!"13".equals(request.getHeader("Sec-WebSocket-Version"))) {
            request.response().putHeader("Sec-WebSocket-Version", "13");
            throw wrong("version", "Only version 13 of the WebSocket protocol is spoken.");
        }
        var protocols = tokens(request, "Sec-WebSocket-Protocol");
        if (!protocols.contains(PROTOCOL)) {
            throw wrong("sub-protocol", "Offer the sub-protocol " + PROTOCOL + ".");
        }
        return new Handshake(protocols, ticketOf(request));
    }

    /** The ticket offered, whatever else is wrong with the handshake. */
    public static Optional<String> ticketOf(HttpServerRequest request) {
        return tokens(request, "Sec-WebSocket-Protocol").stream()
                .filter(protocol -> protocol.startsWith(TICKET))
                .map(protocol -> protocol.substring(TICKET.length()))
                .findFirst();
    }

    private static boolean has(HttpServerRequest request, String header, String token) {
        return tokens(request, header).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).equals(token));
    }

    private static List<String> tokens(HttpServerRequest request, String header) {
        return request.headers().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::trim)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static Refused wrong(String reason, String detail) {
        return Refused.of(ProblemCode.INVALID, reason, detail);
    }
}
