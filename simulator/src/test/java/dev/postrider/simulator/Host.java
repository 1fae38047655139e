package dev.postrider.simulator;

import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import java.time.Duration;

/** A process: what it has to do waits while it stands still, and never happens once it is dead. */
final class Host implements Ticker, Timers {
    private final Timeline time;
    private long stillUntil = Long.MIN_VALUE / 2;
    private boolean dead;

    Host(Timeline time) {
        this.time = time;
    }

    void standStill(long millis) {
        stillUntil = Math.max(stillUntil, time.now() + millis);
    }

    /** How long it has been running without a break. */
    long awakeFor() {
        return time.now() - stillUntil;
    }

    void die() {
        dead = true;
    }

    boolean dead() {
        return dead;
    }

    void later(long millis, Runnable work) {
        time.after(millis, () -> run(work));
    }

    private void run(Runnable work) {
        if (dead) {
            return;
        }
        if (time.now() < stillUntil) {
            later(stillUntil - time.now(), work);
        } else {
            work.run();
        }
    }

    @Override
    public long millis() {
        return time.now();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        boolean[] cancelled = new boolean[1];
        later(delay.toMillis(), () -> {
            if (!cancelled[0]) {
                task.run();
            }
        });
        return () -> cancelled[0] = true;
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
        boolean[] cancelled = new boolean[1];
        again(period.toMillis(), task, cancelled);
        return () -> cancelled[0] = true;
    }

    private void again(long period, Runnable task, boolean[] cancelled) {
        later(period, () -> {
            if (!cancelled[0]) {
                task.run();
                again(period, task, cancelled);
            }
        });
    }
}
