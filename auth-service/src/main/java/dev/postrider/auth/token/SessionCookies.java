package dev.postrider.auth.token;

import dev.postrider.auth.AuthConfig;
import dev.postrider.base.identity.CookieNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The two Set-Cookie headers of a browser session: HttpOnly, SameSite=Strict, no Domain, Secure over https. */
@ApplicationScoped
public class SessionCookies {
    private static final String EVERYWHERE = "/";
    private static final String AUTH_ONLY = "/api/auth";

    private final CookieNames names;
    private final AuthConfig config;

    SessionCookies(CookieNames names, AuthConfig config) {
        this.names = names;
        this.config = config;
    }

    public List<String> set(String access, String refresh) {
        return List.of(
                cookie(names.access(), access, EVERYWHERE, config.accessLifetime()),
                cookie(names.refresh(), refresh, AUTH_ONLY, config.refreshLifetime()));
    }

    public List<String> cleared() {
        return List.of(
                cookie(names.access(), "", EVERYWHERE, Duration.ZERO),
                cookie(names.refresh(), "", AUTH_ONLY, Duration.ZERO));
    }

    private String cookie(String name, String value, String path, Duration age) {
        String secure = names.secure() ? "; Secure" : "";
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(name, value, path, age.toSeconds(), secure);
    }
}
