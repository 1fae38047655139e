package dev.postrider.gateway.answer;

import io.vertx.core.MultiMap;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The headers that make a browser careful, on every answer. Scripts of a page run only when they are files of this origin
 * or their hash is named; nothing else may be embedded, framed or connected to.
 */
public final class SecurityHeaders {
    private static final String CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private final boolean https;
    private final String connect;

    /** @param publicOrigins the configured ones; HSTS is sent when the first is https */
    public SecurityHeaders(List<String> publicOrigins) {
        this.https = publicOrigins.getFirst().startsWith("https://");
        var sockets = new TreeSet<String>();
        publicOrigins.forEach(origin -> sockets.add("ws" + origin.substring("http".length())));
        this.connect = "'self' " + String.join(" ", sockets);
    }

    /** Sets those of an answer that is no page. */
    public void closed(MultiMap headers) {
        common(headers).set("Content-Security-Policy", CLOSED_POLICY);
    }

    /** Sets those of a page. @param scriptHashes its inline scripts, as {@code sha256-…} */
    public void page(MultiMap headers, Collection<String> scriptHashes) {
        common(headers).set("Content-Security-Policy", pagePolicy(scriptHashes));
    }

    private String pagePolicy(Collection<String> scriptHashes) {
        var scripts = new StringBuilder("'self'");
        scriptHashes.forEach(hash -> scripts.append(" '").append(hash).append('\''));
        return "default-src 'none'; script-src " + scripts
                + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data:; connect-src "
                + connect
                + "; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
                + "; frame-ancestors 'none'";
    }

    private MultiMap common(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("X-Frame-Options", "DENY");
        if (https) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return headers;
    }
}
