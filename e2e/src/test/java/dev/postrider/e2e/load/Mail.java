package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.ServerFrame;
import java.util.concurrent.CountDownLatch;

/** What makes a client act; handled one after the other on the client's own thread. */
sealed interface Mail {
    /** A frame, with the time of its arrival. */
    record Frame(int socket, long at, ServerFrame frame) implements Mail {}

    /** The other side ended it; without a closing frame the code is 1006. */
    record Closed(int socket, long at, int code) implements Mail {}

    record Say(String conversation, String body) implements Mail {}

    /** Send again what was accepted long ago, under the same ids. */
    record Repeat(int count) implements Mail {}

    /** Drop the socket without a word, stay away for a while, come back at another door. */
    record Leave(long awayMillis) implements Mail {}

    /** Whoever loses the socket from now on never comes back. */
    record NeverReturn() implements Mail {}

    /** A catch-up ended; {@code good} where history had read far enough. */
    record Synced(int socket, boolean good) implements Mail {}

    /** Move the read mark of a conversation to the newest message shown. */
    record Read(String conversation) implements Mail {}

    /** Stop for good; counted down when all is written. */
    record Stop(CountDownLatch stopped) implements Mail {}
}
