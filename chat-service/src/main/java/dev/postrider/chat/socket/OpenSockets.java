package dev.postrider.chat.socket;

import dev.postrider.base.identity.EndedSessions;
import dev.postrider.chat.session.ClientSession;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import dev.postrider.contracts.frame.CloseCode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets of this node. Whoever has to know hears of each once when it opens and once when it closes, in this order:
 * both happen under the socket's own lock.
 */
@ApplicationScoped
public class OpenSockets {
    private final Sessions sessions;
    private final SessionEars ears;
    private final EndedSessions ended;
    private final Clock clock;
    private final Map<Session, Connected> open = new ConcurrentHashMap<>();

    public OpenSockets(Sessions sessions, SessionEars ears, EndedSessions ended, Clock clock) {
        this.sessions = sessions;
        this.ears = ears;
        this.ended = ended;
        this.clock = clock;
    }

    public void onStart(@Observes StartupEvent event) {
        ended.onEnded(this::end);
    }

    /** Registers first and looks for an ended session then: whichever comes last sees the other. */
    public void opened(Connected connected) {
        ClientSession session = connected.socket().session();
        synchronized (connected) {
            open.put(session, connected);
            sessions.add(session);
            ears.opened(session);
        }
        if (ended.isEnded(session.signIn())) {
            session.close(CloseCode.SESSION_ENDED);
        }
    }

    public void closed(Session session, CloseCode code) {
        Connected connected = open.remove(session);
        if (connected == null) {
            return;
        }
        synchronized (connected) {
            sessions.remove(session);
            ears.closed(session, code);
        }
    }

    /** Gives up the silent and the unrenewed. Call it once a second. */
    public void tick() {
        Instant now = clock.instant();
        for (Connected connected : open.values()) {
            if (connected.inbox().paused()) {
                connected.socket().heard(now);
            }
            connected.socket().session().onTick(now);
        }
    }

    public int count() {
        return open.size();
    }

    /** All sockets, to leave them in order. */
    public Collection<Leaving> all() {
        return open.values().stream().<Leaving>map(LeavingSocket::new).toList();
    }

    /** A socket that is asked to go elsewhere. */
    public interface Leaving {
        Session session();

        /** Takes no frame any more, and closes with 1012 once those under way are answered. */
        void leave();
    }

    private record LeavingSocket(Connected connected) implements Leaving {
        @Override
        public Session session() {
            return connected.socket().session();
        }

        @Override
        public void leave() {
            connected.inbox().stop(() -> session().close(CloseCode.RESTARTING));
        }
    }

    private void end(SessionEnded end) {
        sessions.of(end.user()).stream()
                .filter(session -> session.signIn().equals(end.session()))
                .forEach(session -> session.close(CloseCode.SESSION_ENDED));
    }
}
