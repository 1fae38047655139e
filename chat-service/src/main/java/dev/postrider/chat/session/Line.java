package dev.postrider.chat.session;

import java.util.concurrent.CompletionStage;

/** The wire below a session. */
public interface Line {
    /** Completes when the operating system took the bytes; fails when the socket is gone. */
    CompletionStage<?> write(String text);

    void close(int code, String reason);
}
