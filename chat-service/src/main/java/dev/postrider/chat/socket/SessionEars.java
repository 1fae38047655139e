package dev.postrider.chat.socket;

import dev.postrider.chat.channel.Checkpoints;
import dev.postrider.chat.channel.Subscriptions;
import dev.postrider.chat.session.Closings;
import dev.postrider.chat.session.EphemeralFrames;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.frame.CloseCode;
import jakarta.inject.Singleton;

/** Everybody who has to know that a session came or went. */
@Singleton
public class SessionEars {
    private final Subscriptions subscriptions;
    private final Checkpoints checkpoints;
    private final EphemeralFrames ephemeral;
    private final Closings closings;

    public SessionEars(
            Subscriptions subscriptions, Checkpoints checkpoints, EphemeralFrames ephemeral, Closings closings) {
        this.subscriptions = subscriptions;
        this.checkpoints = checkpoints;
        this.ephemeral = ephemeral;
        this.closings = closings;
    }

    void opened(Session session) {
        ephemeral.onOpened(session);
        subscriptions.opened(session);
    }

    void closed(Session session, CloseCode code) {
        checkpoints.onClosed(session);
        ephemeral.onClosed(session);
        closings.closed(code);
    }
}
