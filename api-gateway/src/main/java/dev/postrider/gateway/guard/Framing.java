package dev.postrider.gateway.guard;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Set;

/**
 * One request, one beginning and one end. Netty already refuses differing lengths, lines without CR and bad names; what it
 * lets pass (other transfer codings, none or several hosts, folded headers, methods nobody serves) is refused here.
 */
public final class Framing {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Framing() {}

    /** @throws Refused 400 for what could be read in two ways, 405 for a method nobody serves */
    public static void check(HttpServerRequest request) {
        var headers = request.headers();
        if (request.version() != HttpVersion.HTTP_1_1 && request.version() != HttpVersion.HTTP_1_0) {
            throw ambiguous("version");
        }
        int hosts = headers.getAll("Host").size();
        if (hosts > 1 || (hosts == 0 && request.version() == HttpVersion.HTTP_1_1)) {
            throw ambiguous("host");
        }
        var codings = headers.getAll("Transfer-Encoding");
        boolean plain = codings.isEmpty()
                || (codings.size() == 1
                        && codings.getFirst().trim().toLowerCase(Locale.ROOT).equals("chunked"));
        if (!plain || (!codings.isEmpty() && request.version() == HttpVersion.HTTP_1_0)) {
            throw ambiguous("coding");
        }
        if (headers.getAll("Content-Length").size() > 1
                || headers.getAll("Authorization").size() > 1) {
            throw ambiguous("repeated-header");
        }
        if (!METHODS.contains(request.method().name())) {
            throw Refused.of(ProblemCode.METHOD_NOT_ALLOWED, "method", "This method is not known.")
                    .closing();
        }
    }

    /** Whether a body follows the head. */
    public static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding")
                || (length != null && !length.trim().equals("0"));
    }

    private static Refused ambiguous(String reason) {
        return Refused.of(ProblemCode.INVALID, reason, "The request could be read in more than one way.")
                .closing();
    }
}
