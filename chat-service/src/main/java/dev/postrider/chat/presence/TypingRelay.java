package dev.postrider.chat.presence;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.ConversationId.Direct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Tells the other member of a direct conversation that somebody is writing; best effort, never to oneself. */
@ApplicationScoped
class TypingRelay {
    private final LiveFanout fanout;
    private final Clock clock;
    private final TypingGate gate;

    TypingRelay(LiveFanout fanout, PresenceConfig config, Clock clock) {
        this.fanout = fanout;
        this.clock = clock;
        this.gate = new TypingGate(config.typingEvery().toMillis(), config.typingRememberedMax());
    }

    /** False where the user has no such conversation. What comes too soon after the last is dropped in silence. */
    boolean relay(String user, ClientFrame.Typing frame) {
        return ConversationId.parse(frame.conversation())
                .filter(Direct.class::isInstance)
                .map(Direct.class::cast)
                .filter(direct -> direct.has(user))
                .map(direct -> relay(user, direct, frame))
                .orElse(false);
    }

    private boolean relay(String user, Direct direct, ClientFrame.Typing frame) {
        String other = direct.other(user);
        if (!other.equals(user) && gate.passes(user, direct.text(), clock.millis())) {
            fanout.send(List.of(other), new ServerFrame.Typing(direct.text(), user, frame.thread()));
        }
        return true;
    }
}
