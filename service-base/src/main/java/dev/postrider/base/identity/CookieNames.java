package dev.postrider.base.identity;

import dev.postrider.base.SharedConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Names of our cookies, fixed by the first public origin alone and never by a request: over https with the
 * prefixes that keep subdomains and plain http from setting them, over http (local stack) without.
 */
@ApplicationScoped
public class CookieNames {
    private static final String ACCESS = "postrider_access";
    private static final String REFRESH = "postrider_refresh";
    private static final String DEVICE = "postrider_device";

    private final boolean secure;

    CookieNames(SharedConfig config) {
        this.secure = config.publicOrigins().getFirst().startsWith("https://");
    }

    /** Whether cookies are Secure. */
    public boolean secure() {
        return secure;
    }

    public String access() {
        return secure ? "__Host-" + ACCESS : ACCESS;
    }

    public String refresh() {
        return secure ? "__Secure-" + REFRESH : REFRESH;
    }

    /** Says that this browser has signed in to an account before; opens nothing. */
    public String device() {
        return secure ? "__Secure-" + DEVICE : DEVICE;
    }
}
