package dev.postrider.gateway.guard;

import io.vertx.core.http.HttpServerRequest;

/** The CORS headers for an origin on the list: bearer tokens only, so credentials are never allowed. */
public final class CorsAnswer {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key, If-None-Match";
    private static final String EXPOSED = "Location, Retry-After, RateLimit, RateLimit-Policy";

    private CorsAnswer() {}

    /** Whether the browser asks whether it may ask. */
    public static boolean isPreflight(HttpServerRequest request) {
        return request.method().name().equals("OPTIONS")
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** Sets what every answer to such a call carries. */
    public static void allow(HttpServerRequest request) {
        request.response()
                .putHeader("Access-Control-Allow-Origin", String.valueOf(request.getHeader("Origin")))
                .putHeader("Access-Control-Expose-Headers", EXPOSED)
                .putHeader("Vary", "Origin");
    }

    /** Answers a preflight. */
    public static void preflight(HttpServerRequest request) {
        allow(request);
        request.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", METHODS)
                .putHeader("Access-Control-Allow-Headers", HEADERS)
                .putHeader("Access-Control-Max-Age", "600")
                .end();
    }
}
