package dev.postrider.e2e.fault;

import dev.postrider.e2e.suite.Suite;

/**
 * How often both chat nodes have asked history where an id stands, which they do while they cannot rely on their window.
 * They go on for two minutes after trouble with Redis: what a row counts may be of the one before it.
 */
record HistoryAsked(Suite suite, double before) {
    static HistoryAsked of(Suite suite) {
        return new HistoryAsked(suite, total(suite));
    }

    /** @throws Fault.NotBittenException where none asked since */
    String seen() {
        long times = (long) (total(suite) - before);
        Scene.bitten(times > 0, "history is asked instead");
        return "history was asked %d times instead".formatted(times);
    }

    private static double total(Suite suite) {
        return suite.metric("chat-service-1", "postrider_chat_history_asked_total", "")
                + suite.metric("chat-service-2", "postrider_chat_history_asked_total", "");
    }
}
