package dev.postrider.gateway.guard;

import java.util.List;

/** The names of our cookies. The configured origins decide them, never a request. */
public record CookieNames(String access, String refresh, String device) {
    /** With the prefixes that make browsers insist on https, where the first public origin is https, as in every service. */
    public static CookieNames of(List<String> publicOrigins) {
        boolean https = publicOrigins.getFirst().startsWith("https://");
        return https
                ? new CookieNames("__Host-postrider_access", "__Secure-postrider_refresh", "__Secure-postrider_device")
                : new CookieNames("postrider_access", "postrider_refresh", "postrider_device");
    }
}
