package dev.postrider.simulator;

/** A connection: what is sent arrives later, in the order in which it was sent. */
final class Wire {
    private final Timeline time;
    private long last;

    Wire(Timeline time) {
        this.time = time;
    }

    /** Arrives after {@code millis}, or behind what was sent before. */
    void send(long millis, Runnable arrival) {
        last = Math.max(last, time.now() + millis);
        time.after(last - time.now(), arrival);
    }

    /** The same, and the receiver may stand still or be dead. */
    void send(long millis, Host receiver, Runnable arrival) {
        last = Math.max(last, time.now() + millis);
        receiver.later(last - time.now(), arrival);
    }
}
