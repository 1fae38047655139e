package dev.postrider.auth.limit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/** What the limiter said of this request, for the headers of the IETF draft. */
@RequestScoped
class RateVerdict {
    private @Nullable Window window;
    private @Nullable Attempts attempts;

    void note(Window noted, Attempts said) {
        this.window = noted;
        this.attempts = said;
    }

    void writeTo(ContainerResponseContext response) {
        if (window == null || attempts == null) {
            return;
        }
        String name = '"' + window.label() + '"';
        long reset = (attempts.waitMillis() + 999) / 1_000;
        response.getHeaders()
                .putSingle(
                        "RateLimit-Policy",
                        "%s;q=%d;w=%d"
                                .formatted(
                                        name, attempts.limit(), window.length().toSeconds()));
        response.getHeaders().putSingle("RateLimit", "%s;r=%d;t=%d".formatted(name, attempts.left(), reset));
    }
}
