package dev.postrider.chat.message;

import dev.postrider.contracts.frame.Event;
import java.util.List;

/** What happens here because an event was accepted; quick, never fails. */
public final class Aftermath {
    private final RecentTargets recent;
    private final List<AcceptedSends> listeners;

    public Aftermath(RecentTargets recent, List<AcceptedSends> listeners) {
        this.recent = recent;
        this.listeners = List.copyOf(listeners);
    }

    void accepted(Event event) {
        recent.learn(event);
        if (event instanceof Event.Message message) {
            listeners.forEach(listener -> listener.onAccepted(message.from(), message));
        }
    }
}
