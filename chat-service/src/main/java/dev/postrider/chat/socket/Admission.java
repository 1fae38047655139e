package dev.postrider.chat.socket;

import dev.postrider.base.control.ControlReader;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.session.Departure;
import dev.postrider.chat.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether there is room, here and now. */
@ApplicationScoped
class Admission {
    private final Sessions sessions;
    private final ControlReader control;
    private final Departure departure;
    private final int connectionsPerUser;

    Admission(Sessions sessions, ControlReader control, Departure departure, ChatConfig config) {
        this.sessions = sessions;
        this.control = control;
        this.departure = departure;
        this.connectionsPerUser = config.socket().connectionsPerUser();
    }

    /** False before all ended sessions are known, and once this node is about to stop. */
    boolean serving() {
        return control.caughtUp() && !departure.begun();
    }

    boolean roomFor(String userId) {
        return sessions.of(userId).size() < connectionsPerUser;
    }
}
