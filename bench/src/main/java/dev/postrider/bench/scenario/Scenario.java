package dev.postrider.bench.scenario;

import java.util.Map;

/** Something to measure: its figures go to the stage's results. */
public interface Scenario {
    /** As on the command line. */
    String name();

    /** One line for people. */
    String about();

    /** What it is also chosen by on the command line; empty where it is not. */
    default String group() {
        return "";
    }

    /** Of chat-service; 0 where no suite is needed. */
    int nodes();

    /** Settings of the suite, on top of the local stack's. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** Whether it begins with empty databases of its own, which are gone afterwards. */
    default boolean apart() {
        return false;
    }

    /** Whether it is played only when asked for by its whole name: it takes many minutes, or much room. */
    default boolean onDemand() {
        return false;
    }

    void play(Stage stage);
}
