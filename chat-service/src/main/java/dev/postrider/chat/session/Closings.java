package dev.postrider.chat.session;

import dev.postrider.contracts.frame.CloseCode;

/** Counts closed sockets; any thread, never blocks. */
public interface Closings {
    void closed(CloseCode code);
}
