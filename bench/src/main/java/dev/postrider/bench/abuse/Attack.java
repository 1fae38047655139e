package dev.postrider.bench.abuse;

import java.util.Map;

/** Harm that begins, lasts while others are measured, and ends. */
public interface Attack extends AutoCloseable {
    /** As in names of figures. */
    String name();

    /** @param seconds after which it is over though nobody ends it */
    void begin(double seconds);

    /** Stops it; what became of it, by what, how often. */
    Map<String, Long> end();

    @Override
    void close();
}
