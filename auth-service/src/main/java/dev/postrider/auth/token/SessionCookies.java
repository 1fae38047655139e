package dev.postrider.auth.token;

import dev.postrider.auth.AuthConfig;
import dev.postrider.base.identity.CookieNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The Set-Cookie headers of a browser: HttpOnly, SameSite=Strict, no Domain, Secure over https. */
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

    /** The Set-Cookie header by which a browser is known later; stays when the session ends. */
    public String device(String value, Duration age) {
        return cookie(names.device(), value, AUTH_ONLY, age);
    }

    /** 204 that removes both cookies from the browser. */
    public RestResponse<Void> clearing() {
        RestResponse.ResponseBuilder<Void> answer = RestResponse.ResponseBuilder.noContent();
        return answer.header("Set-Cookie", cookie(names.access(), "", EVERYWHERE, Duration.ZERO))
                .header("Set-Cookie", cookie(names.refresh(), "", AUTH_ONLY, Duration.ZERO))
                .build();
    }

    private String cookie(String name, String value, String path, Duration age) {
        String secure = names.secure() ? "; Secure" : "";
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(name, value, path, age.toSeconds(), secure);
    }
}
