package dev.postrider.gateway.guard;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Bodies are JSON in UTF-8, uncompressed, and bounded. A body of unannounced length is counted while it streams. */
public final class BodyRule {
    private static final Pattern JSON =
            Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?");
    private final long bytesMax;

    public BodyRule(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Looks at the head alone. @throws Refused 413 or 415 */
    public void check(HttpServerRequest request) {
        if (!Framing.announcesBody(request)) {
            return;
        }
        String length = request.getHeader("Content-Length");
        if (length != null && announced(length) > bytesMax) {
            throw tooLarge();
        }
        String type = request.getHeader("Content-Type");
        String coding = request.getHeader("Content-Encoding");
        boolean json = type != null
                && JSON.matcher(type.trim().toLowerCase(Locale.ROOT)).matches();
        if (!json || (coding != null && !coding.equalsIgnoreCase("identity"))) {
            throw Refused.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "media-type", "Send JSON in UTF-8, uncompressed.");
        }
    }

    /** The largest body, in bytes. */
    public long bytesMax() {
        return bytesMax;
    }

    /** For a body that has proved too large. */
    public Refused tooLarge() {
        return Refused.of(ProblemCode.TOO_LARGE, "body", "A body may have " + bytesMax + " bytes at most.")
                .closing();
    }

    private static long announced(String length) {
        try {
            return Long.parseLong(length.trim());
        } catch (NumberFormatException e) {
            throw Refused.of(ProblemCode.INVALID, "length", "The length of the body is no number.")
                    .closing();
        }
    }
}
