package dev.postrider.chat.channel;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Sessions;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * Gives what other nodes wrote on a channel to the recipients that sit here. Own records come back too, where another
 * node serves the same channel: they were delivered from memory already, and are known by incarnation, not by name,
 * since a restarted node has the name of the dead one.
 */
public final class ChannelReceiver {
    private final Incarnations incarnations;
    private final Sessions sessions;
    private final Deliveries deliveries;

    public ChannelReceiver(Incarnations incarnations, Sessions sessions, Deliveries deliveries) {
        this.incarnations = incarnations;
        this.sessions = sessions;
        this.deliveries = deliveries;
    }

    /** Without the moment at which its frame came in. */
    public void onRecord(String incarnation, Collection<String> recipients, byte[] frame) {
        onRecord(incarnation, recipients, frame, OptionalLong.empty());
    }

    /** @param sentMillis when its frame came in at the other node, by that node's clock */
    public void onRecord(String incarnation, Collection<String> recipients, byte[] frame, OptionalLong sentMillis) {
        if (incarnations.ours(incarnation)) {
            return;
        }
        Outgoing outgoing = Outgoing.event(frame);
        int reached = 0;
        for (String user : recipients) {
            for (var session : sessions.of(user)) {
                session.offer(outgoing);
                reached++;
            }
        }
        deliveries.channel(reached);
        if (reached > 0 && sentMillis.isPresent()) {
            deliveries.channelSent(sentMillis.getAsLong());
        }
    }
}
