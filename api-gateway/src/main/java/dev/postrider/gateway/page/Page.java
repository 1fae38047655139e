package dev.postrider.gateway.page;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.answer.SecurityHeaders;
import dev.postrider.gateway.route.Exchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Serves the page from memory: hashed assets for a year, everything else asked for again by its tag. */
public final class Page {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private final PageFiles files;
    private final SecurityHeaders security;

    public Page(PageFiles files, SecurityHeaders security) {
        this.files = files;
        this.security = security;
    }

    /** Answers with the file, its shell, or the page's own 404. @throws Refused 404 where there is no page at all */
    public void serve(Exchange exchange) {
        var found = files.find(exchange.path().segments());
        var file = found.or(files::notFound)
                .orElseThrow(() -> Refused.of(ProblemCode.NOT_FOUND, "no-file", "There is nothing here."));
        var request = exchange.request();
        var response = request.response();
        security.page(response.headers(), file.scripts());
        boolean zipped = file.compressed().isPresent() && acceptsGzip(request);
        String tag = "\"" + file.etag() + (zipped ? "-gz" : "") + "\"";
        response.putHeader("ETag", tag)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("X-Request-Id", exchange.trace().id())
                .putHeader("Cache-Control", file.immutable() ? FOR_EVER : "no-cache");
        if (found.isPresent() && isKnown(request, tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.setStatusCode(found.isPresent() ? 200 : 404).putHeader("Content-Type", file.type());
        if (zipped) {
            response.putHeader("Content-Encoding", "gzip");
        }
        write(request, zipped ? file.compressed().orElseThrow() : file.plain());
    }

    private static void write(HttpServerRequest request, Buffer body) {
        var response = request.response().putHeader("Content-Length", String.valueOf(body.length()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean isKnown(HttpServerRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null && (known.equals("*") || known.contains(tag));
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("gzip")
                && !accepted.replace(" ", "").contains("gzip;q=0");
    }
}
