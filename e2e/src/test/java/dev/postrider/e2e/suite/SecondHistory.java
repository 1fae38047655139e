package dev.postrider.e2e.suite;

import java.util.Map;

/**
 * Another history-service beside the launcher's, with ports of its own. The suite waits for it and reads its metrics under
 * the name {@link #PART}. It ends with the test at the latest.
 */
public final class SecondHistory implements AutoCloseable {
    public static final String PART = "history-service-2";

    private final Suite suite;
    private AnotherProcess process;

    /** Starts it; {@link Suite#awaitReady} tells when it serves. */
    public SecondHistory(Suite suite) {
        this.suite = suite;
        this.process = launch(suite);
    }

    /** Once more, after it ended. */
    public void start() {
        process = launch(suite);
    }

    private static AnotherProcess launch(Suite suite) {
        return AnotherProcess.start(
                suite,
                PART,
                "history-service",
                Map.of(
                        "quarkus.http.port", "" + suite.ports().secondHistory(),
                        "quarkus.management.port", "" + suite.ports().management(PART)));
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    /** As {@code kill}: leaves in order. Harmless where it has ended. */
    @Override
    public void close() {
        process.close();
    }
}
