package dev.postrider.chat.presence;

import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.topic.Channels;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this node hears through Redis. Two kinds of channels, and of both only what somebody here needs:
 *
 * <ul>
 *   <li>{@code live:<0..63>} carries frames for named recipients (typing, drafts); a node follows the user channels it
 *       serves, which are the same that Kafka brings it, so a recipient's node always hears.
 *   <li>{@code about:<user>} carries who came and went; a node follows exactly the users its sockets watch. One channel
 *       per user rather than per user channel: with some hundred watchers every node would follow all 64 of those and
 *       hear of everybody, while a Redis channel costs a table entry.
 * </ul>
 */
@ApplicationScoped
class LiveWire implements LiveSubscription.Listener {
    static final String LIVE = "live:";
    private static final String ABOUT = "about:";

    private final LiveSubscription subscription;
    private final NodeName node;
    private final Sessions sessions;
    private final Reach reach;
    private @Nullable AboutUsers aboutUsers;
    private long followed;

    /** Who hears of the followed users; called on the context. */
    interface AboutUsers {
        void following(String user);

        void told(String user, Seen seen);
    }

    LiveWire(Redis redis, LiveContext live, NodeName node, Sessions sessions, Reach reach) {
        this.subscription = new LiveSubscription(redis, live.context(), node, this);
        this.node = node;
        this.sessions = sessions;
        this.reach = reach;
    }

    void start(AboutUsers listener) {
        aboutUsers = listener;
    }

    void tick(long now) {
        followServed(reach.here());
        subscription.tick(now);
    }

    void close() {
        subscription.close();
    }

    void followUsers(Collection<String> users) {
        subscription.follow(users.stream().map(user -> ABOUT + user).toList());
    }

    void leaveUsers(Collection<String> users) {
        subscription.leave(users.stream().map(user -> ABOUT + user).toList());
    }

    @Override
    public void acknowledged(String channel) {
        if (channel.startsWith(ABOUT) && aboutUsers != null) {
            aboutUsers.following(channel.substring(ABOUT.length()));
        }
    }

    @Override
    public void message(String channel, byte[] payload) {
        if (channel.startsWith(ABOUT)) {
            Seen seen = Seen.parse(new String(payload, StandardCharsets.UTF_8));
            if (seen != null && aboutUsers != null) {
                aboutUsers.told(channel.substring(ABOUT.length()), seen);
            }
        } else if (channel.startsWith(LIVE)) {
            deliver(LiveEnvelope.decoded(payload));
        }
    }

    private void deliver(@Nullable LiveEnvelope envelope) {
        if (envelope != null && !envelope.node().equals(node.text())) {
            envelope.recipients().forEach(user -> LocalOffer.toUser(sessions, user, envelope.frame()));
        }
    }

    private void followServed(long bits) {
        for (int channel = 0; channel < Channels.COUNT; channel++) {
            boolean now = (bits >>> channel & 1) == 1;
            boolean before = (followed >>> channel & 1) == 1;
            if (now && !before) {
                subscription.follow(List.of(LIVE + channel));
            } else if (before && !now) {
                subscription.leave(List.of(LIVE + channel));
            }
        }
        followed = bits;
    }
}
