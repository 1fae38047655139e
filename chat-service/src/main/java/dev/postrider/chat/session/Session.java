package dev.postrider.chat.session;

import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connected device, as the rest of the node sees it. Safe for all threads; nothing here blocks. */
public interface Session {
    /** Names this socket; the {@code session} of its {@code welcome}. */
    String id();

    String userId();

    /** The sign-in it belongs to: the {@code sid} of its token. */
    String signIn();

    /** Who they were when the token was signed; null where it did not tell. */
    default @Nullable User self() {
        return null;
    }

    /** The end of the token in force. */
    Instant tokenEnds();

    boolean closed();

    /** Says {@code welcome}, for the first time or again, ahead of whatever waits. */
    void greet(ServerFrame.Welcome welcome);

    /** Puts a frame into the bounded outbox; for a slow reader sheds it or closes the socket, and tells nobody. */
    void offer(Outgoing frame);

    /** Tells the client that this node stops; what it still says is answered until the socket is closed. */
    void drain(ServerFrame.Draining notice);

    /** Closes the socket; the first code given counts. */
    void close(CloseCode code);
}
