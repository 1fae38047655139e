package dev.postrider.chat.time;

import java.time.Duration;

/** Runs things later. Running the answer cancels; cancelling twice or late does nothing. */
public interface Timers {
    Runnable after(Duration delay, Runnable task);

    Runnable every(Duration period, Runnable task);
}
