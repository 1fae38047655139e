package dev.postrider.gateway.guard;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says to be: our cookies and the bearer token, nothing else.
 *
 * @param access the access cookie's value
 * @param refresh the refresh cookie's value
 * @param device the device cookie's value, which opens nothing
 * @param bearer the token of the Authorization header
 */
public record Credentials(
        @Nullable String access,
        @Nullable String refresh,
        @Nullable String device,
        @Nullable String bearer) {
    private static final int BEARER = "bearer ".length();

    /** Reads a request; of several cookies of one name the first counts, as in every part behind. */
    public static Credentials of(HttpServerRequest request, CookieNames names) {
        String access = null;
        String refresh = null;
        String device = null;
        for (String header : request.headers().getAll("Cookie")) {
            for (String pair : header.split(";", -1)) {
                String cookie = pair.trim();
                if (access == null && cookie.startsWith(names.access() + "=")) {
                    access = cookie.substring(names.access().length() + 1);
                } else if (refresh == null && cookie.startsWith(names.refresh() + "=")) {
                    refresh = cookie.substring(names.refresh().length() + 1);
                } else if (device == null && cookie.startsWith(names.device() + "=")) {
                    device = cookie.substring(names.device().length() + 1);
                }
            }
        }
        return new Credentials(access, refresh, device, bearerOf(request.getHeader("Authorization")));
    }

    /** Whether cookies say who calls. */
    public boolean hasCookies() {
        return access != null || refresh != null;
    }

    /** The access token that counts: the bearer token before the cookie. */
    public Optional<String> token() {
        return Optional.ofNullable(bearer != null ? bearer : access);
    }

    /** These without cookies, for callers that may not use them. */
    public Credentials bearerOnly() {
        return new Credentials(null, null, null, bearer);
    }

    /** The Cookie header for the part that answers: ours and no other. */
    public Optional<String> cookieHeader(CookieNames names) {
        List<String> pairs = new ArrayList<>(3);
        if (access != null) {
            pairs.add(names.access() + "=" + access);
        }
        if (refresh != null) {
            pairs.add(names.refresh() + "=" + refresh);
        }
        if (device != null) {
            pairs.add(names.device() + "=" + device);
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", pairs));
    }

    private static @Nullable String bearerOf(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? authorization.substring(BEARER).trim()
                : null;
    }
}
