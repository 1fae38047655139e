package dev.postrider.auth.session;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** From where somebody signs in, as shown in the list of sessions. */
public record Client(UserSession.Kind kind, String device, String address) {
    private static final int DEVICE_CHARS_MAX = 100;
    private static final int ADDRESS_CHARS_MAX = 45;

    /** @param device what the client calls itself; without it the User-Agent is kept */
    public static Client of(UserSession.Kind kind, @Nullable String device, HttpServerRequest request) {
        String named = device == null || device.isBlank() ? request.getHeader("User-Agent") : device;
        return new Client(kind, printable(named == null ? "" : named), addressOf(request));
    }

    /** The caller's address as the gateway saw it, which writes the header afresh; without it the socket's. */
    public static String addressOf(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null
                ? request.remoteAddress().hostAddress()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
        boolean plausible = address != null && address.matches("[0-9A-Fa-f:.]{2," + ADDRESS_CHARS_MAX + "}");
        return plausible ? address : "unknown";
    }

    private static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", " ").strip();
        return clean.codePointCount(0, clean.length()) <= DEVICE_CHARS_MAX
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, DEVICE_CHARS_MAX));
    }
}
