package dev.postrider.chat.time;

/** A clock that never jumps; its zero means nothing. */
@FunctionalInterface
public interface Ticker {
    long millis();

    static Ticker system() {
        return () -> System.nanoTime() / 1_000_000;
    }
}
