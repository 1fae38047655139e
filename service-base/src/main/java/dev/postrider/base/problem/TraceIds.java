package dev.postrider.base.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id under which a call is found in all logs: what the gateway gave it, else a fresh one. */
public final class TraceIds {
    public static final String HEADER = "X-Request-Id";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private TraceIds() {}

    public static String of(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && FORM.matcher(given).matches() ? given : fresh();
    }

    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
