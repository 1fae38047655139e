package dev.postrider.bench.scenario;

import java.util.Map;

/** Something to measure: its figures go to the stage's results. */
public interface Scenario {
    /** As on the command line. */
    String name();

    /** One line for people. */
    String about();

    /** Of chat-service. */
    int nodes();

    /** Settings of the suite, on top of the local stack's. */
    default Map<String, String> settings() {
        return Map.of();
    }

    void play(Stage stage);
}
