package dev.postrider.chat.presence;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;

/** Puts fleeting frames into outboxes of sockets here, as the first to be shed where somebody reads slowly. */
final class LocalOffer {
    private LocalOffer() {}

    static void to(Session session, ServerFrame frame) {
        session.offer(Outgoing.ephemeral(FrameCodec.write(frame)));
    }

    /** All sockets of the user here share the bytes. */
    static void toUser(Sessions sessions, String user, byte[] frame) {
        Outgoing outgoing = Outgoing.ephemeral(frame);
        sessions.of(user).forEach(session -> session.offer(outgoing));
    }
}
