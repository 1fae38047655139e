package dev.postrider.chat.presence;

import dev.postrider.contracts.rule.Ulids;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Names this process in registers and envelopes; new at every start, so that nobody mistakes old words for its own. */
@Singleton
class NodeName {
    private final String text;

    NodeName(Clock clock) {
        this.text = Ulids.next(clock.millis(), new SecureRandom());
    }

    String text() {
        return text;
    }
}
