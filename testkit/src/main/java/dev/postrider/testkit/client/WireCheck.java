package dev.postrider.testkit.client;

/** Judges what a suite says; throws {@link AssertionError} where it breaks the published contract. */
public interface WireCheck {
    /** Finds everything good. */
    WireCheck NONE = new WireCheck() {};

    /** One text frame of a server. */
    default void onFrame(String text) {}

    /** One JSON answer; {@code path} without query. */
    default void onAnswer(String method, String path, int status, String json) {}
}
