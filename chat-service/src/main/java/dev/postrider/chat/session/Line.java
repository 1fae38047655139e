package dev.postrider.chat.session;

/** The wire below a session. */
public interface Line {
    /** @param gone run once: the operating system took the bytes, or the socket is gone */
    void write(Outgoing frame, Runnable gone);

    void close(int code, String reason);
}
