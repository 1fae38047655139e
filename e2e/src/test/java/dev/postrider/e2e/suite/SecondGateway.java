package dev.postrider.e2e.suite;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Another gateway beside the launcher's, with ports of its own. The suite waits for it and reads its metrics under the name
 * {@link #PART}. It ends with the test at the latest.
 */
public final class SecondGateway implements AutoCloseable {
    public static final String PART = "api-gateway-2";

    private final Suite suite;
    private final AnotherProcess process;

    private SecondGateway(Suite suite, AnotherProcess process) {
        this.suite = suite;
        this.process = process;
    }

    /** Starts it, with these settings besides the launcher's. */
    public static SecondGateway start(Suite suite, Map<String, String> own) {
        String port = "" + suite.ports().secondGateway();
        Map<String, String> settings = new HashMap<>(own);
        settings.put("gateway.listen.port", port);
        settings.put("quarkus.http.port", port);
        settings.put("quarkus.management.port", "" + suite.ports().management(PART));
        return new SecondGateway(suite, AnotherProcess.start(suite, PART, "api-gateway", settings));
    }

    public URI door() {
        return URI.create("http://127.0.0.1:" + suite.ports().secondGateway());
    }

    /** As {@code kill}; its exit code. @throws IllegalStateException where it did not end within that time */
    public int leave(Duration within) {
        return process.leave(within);
    }

    @Override
    public void close() {
        process.close();
    }
}
