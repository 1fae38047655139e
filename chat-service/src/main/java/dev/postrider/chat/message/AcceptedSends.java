package dev.postrider.chat.message;

import dev.postrider.contracts.frame.Event;

/** Hears of every accepted message of a person, repeats included; must not block nor throw. */
@FunctionalInterface
public interface AcceptedSends {
    void onAccepted(String from, Event.Message message);
}
