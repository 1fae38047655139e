package dev.postrider.chat.session;

import jakarta.inject.Singleton;

/** Whether this node is about to stop. Thread-safe; never goes back. */
@Singleton
public class Departure {
    private volatile boolean begun;

    public boolean begun() {
        return begun;
    }

    /** From now on no socket is let in. */
    public void begin() {
        begun = true;
    }
}
