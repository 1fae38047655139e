package dev.postrider.gateway.guard;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request, one beginning and one end. Netty already refuses differing lengths, lines without CR and bad names; what it
 * lets pass (other transfer codings, lengths with leading zeros, none or several hosts, what may stand once standing twice,
 * methods nobody serves) is refused here.
 */
public final class Framing {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> ONCE = List.of(
            "Authorization",
            "Content-Length",
            "Content-Type",
            "Idempotency-Key",
            "Origin",
            "Sec-Fetch-Site",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]*");

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
        if (ONCE.stream().anyMatch(name -> headers.getAll(name).size() > 1)) {
            throw ambiguous("repeated-header");
        }
        if (headers.contains("")) {
            throw ambiguous("nameless-header");
        }
        String length = headers.get("Content-Length");
        if (length != null && !LENGTH.matcher(length.trim()).matches()) {
            throw ambiguous("length");
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
