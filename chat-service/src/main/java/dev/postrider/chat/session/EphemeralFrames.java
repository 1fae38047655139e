package dev.postrider.chat.session;

import dev.postrider.contracts.frame.ClientFrame;

/** What presence and typing want to hear of sockets; calls come from any thread and must not block. */
public interface EphemeralFrames {
    void onOpened(Session session);

    void onClosed(Session session);

    void onTyping(Session session, ClientFrame.Typing frame);

    void onWatch(Session session, ClientFrame.Watch frame);
}
