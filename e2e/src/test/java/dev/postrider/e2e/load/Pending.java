package dev.postrider.e2e.load;

import dev.postrider.contracts.frame.ClientFrame;

/** A message without an answer, or sent again though it had one. Owned by its client's thread. */
final class Pending {
    final String id;
    final String conversation;
    final String body;
    final long since;
    /** Handed to a socket and not answered: the next attempt is a repeat. */
    boolean tried;
    /** When to try again. */
    long due;

    Pending(String id, String conversation, String body, long since) {
        this.id = id;
        this.conversation = conversation;
        this.body = body;
        this.since = since;
    }

    /** The same message once more, now. */
    Pending repeated(long now) {
        Pending repeat = new Pending(id, conversation, body, now);
        repeat.tried = true;
        return repeat;
    }

    ClientFrame.Send frame() {
        return new ClientFrame.Send(id, conversation, body, null, null, null, null, tried ? true : null);
    }
}
