package dev.postrider.chat.presence;

import dev.postrider.base.control.ControlListener;
import dev.postrider.chat.session.EphemeralFrames;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sockets' door to presence and typing; any thread, never blocks. */
@ApplicationScoped
class LiveFrames implements EphemeralFrames, ControlListener {
    private static final long RETRY_MILLIS = 5_000;

    private final PresenceLoop loop;
    private final TypingRelay typing;

    LiveFrames(PresenceLoop loop, TypingRelay typing) {
        this.loop = loop;
        this.typing = typing;
    }

    void onStart(@Observes StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    @Override
    public void onOpened(Session session) {
        loop.opened(session);
    }

    @Override
    public void onClosed(Session session) {
        loop.closed(session);
    }

    @Override
    public void onTyping(Session session, ClientFrame.Typing frame) {
        if (!typing.relay(session.userId(), frame)) {
            refuse(session, "typing", RejectCode.NOT_MEMBER, "no such conversation", null);
        }
    }

    /** Rooms and feeds cannot be watched by anybody yet, since there are none to be a member of. */
    @Override
    public void onWatch(Session session, ClientFrame.Watch frame) {
        if (isGiven(frame.rooms()) || isGiven(frame.feeds())) {
            refuse(session, "watch", RejectCode.NOT_MEMBER, "no such conversation", null);
        } else if (frame.users() != null) {
            loop.watch(
                    session,
                    frame.users(),
                    () -> refuse(session, "watch", RejectCode.UNAVAILABLE, "too many are watched", RETRY_MILLIS));
        }
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        if (record instanceof ControlRecord.Profile profile) {
            loop.profiled(profile.user());
        }
    }

    private static boolean isGiven(@Nullable List<String> list) {
        return list != null && !list.isEmpty();
    }

    private static void refuse(
            Session session, String of, RejectCode code, String detail, @Nullable Long retryAfterMillis) {
        session.offer(Outgoing.answer(new ServerFrame.Rejected(null, of, code, detail, retryAfterMillis)));
    }
}
