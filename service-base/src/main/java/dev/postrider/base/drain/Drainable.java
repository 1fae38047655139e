package dev.postrider.base.drain;

/** What a process does before it ends. */
public interface Drainable {
    /** Lets everybody go in order, and returns when nobody is left. Called once, on a thread that may wait. */
    void drain() throws InterruptedException;
}
