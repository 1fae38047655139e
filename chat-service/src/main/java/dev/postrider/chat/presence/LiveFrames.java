package dev.postrider.chat.presence;

import dev.postrider.base.control.ControlListener;
import dev.postrider.chat.room.Rights;
import dev.postrider.chat.session.EphemeralFrames;
import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** The sockets' door to presence and typing; any thread, never blocks. */
@ApplicationScoped
class LiveFrames implements EphemeralFrames, ControlListener {
    private static final Logger LOG = Logger.getLogger(LiveFrames.class);

    private final PresenceLoop loop;
    private final WatchRequests requests;
    private final TypingRelay typing;
    private final Company company;
    private final Sessions sessions;

    LiveFrames(PresenceLoop loop, WatchRequests requests, TypingRelay typing, Company company, Sessions sessions) {
        this.loop = loop;
        this.requests = requests;
        this.typing = typing;
        this.company = company;
        this.sessions = sessions;
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
        typing.relay(session.userId(), frame)
                .subscribe()
                .with(
                        refusal -> refusal.ifPresent(why -> refuse(session, why)),
                        fault -> LOG.errorf(fault, "A typing frame failed: session=%s", session.id()));
    }

    /** Feeds cannot be watched by anybody yet, since there are none. */
    @Override
    public void onWatch(Session session, ClientFrame.Watch frame) {
        if (frame.feeds() != null && !frame.feeds().isEmpty()) {
            WatchRequests.refuse(session, RejectCode.NOT_MEMBER, "no such conversation", null);
        } else if (frame.users() != null || frame.rooms() != null) {
            requests.ask(session, frame);
        }
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        switch (record) {
            case ControlRecord.Profile profile -> loop.profiled(profile.user());
            case ControlRecord.Membership change -> changed(change.conversation());
            case ControlRecord.Node node -> {}
            case ControlRecord.Gone gone -> {}
            case ControlRecord.SessionEnded ended -> {}
            case ControlRecord.Keys keys -> {}
        }
    }

    private void changed(String conversation) {
        switch (ConversationId.parse(conversation).orElse(null)) {
            case ConversationId.Room room -> loop.membersChanged(conversation);
            case ConversationId.Direct direct -> direct.members().forEach(this::blocksChanged);
            case null, default -> LOG.debugf("Nobody can be watched there: conversation=%s", conversation);
        }
    }

    private void blocksChanged(String user) {
        company.blocksChanged(user);
        if (!sessions.of(user).isEmpty()) {
            company.blocked(user)
                    .subscribe()
                    .with(others -> sessions.of(user).forEach(session -> loop.hide(session, others)));
        }
    }

    private static void refuse(Session session, Rights.Refusal why) {
        session.offer(Outgoing.answer(new ServerFrame.Rejected(null, "typing", why.code(), why.detail(), null)));
    }
}
