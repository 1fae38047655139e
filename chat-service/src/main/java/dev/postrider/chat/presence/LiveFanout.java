package dev.postrider.chat.presence;

import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.topic.Channels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Brings a frame that may be lost to all sockets of named users: those here from memory, those elsewhere by Redis
 * ({@link LiveWire}), skipped where no other node serves the channel.
 *
 * <ul>
 *   <li>Never blocks, never fails. At most {@code publishInFlightMax} are on their way to Redis; further ones are dropped.
 * </ul>
 */
@ApplicationScoped
public class LiveFanout {
    private static final Logger LOG = Logger.getLogger(LiveFanout.class);

    private final Redis redis;
    private final NodeName node;
    private final Sessions sessions;
    private final Reach reach;
    private final Semaphore inFlight;
    private final Counter published;
    private final Counter dropped;

    LiveFanout(
            Redis redis, NodeName node, Sessions sessions, Reach reach, PresenceConfig config, MeterRegistry meters) {
        this.redis = redis;
        this.node = node;
        this.sessions = sessions;
        this.reach = reach;
        this.inFlight = new Semaphore(config.publishInFlightMax());
        this.published = meters.counter("postrider.live.published");
        this.dropped = meters.counter("postrider.live.dropped");
    }

    /** Whoever is not connected misses it. */
    public void send(Collection<String> recipients, ServerFrame frame) {
        byte[] bytes = FrameCodec.write(frame);
        Map<Integer, List<String>> elsewhere = new TreeMap<>();
        for (String user : recipients) {
            LocalOffer.toUser(sessions, user, bytes);
            int channel = Channels.of(user);
            if (reach.elsewhere(channel)) {
                elsewhere.computeIfAbsent(channel, c -> new ArrayList<>()).add(user);
            }
        }
        elsewhere.forEach((channel, users) -> publish(channel, new LiveEnvelope(node.text(), users, bytes)));
    }

    private void publish(int channel, LiveEnvelope envelope) {
        if (!inFlight.tryAcquire()) {
            dropped.increment();
            return;
        }
        published.increment();
        Request publish =
                Request.cmd(Command.PUBLISH).arg(LiveWire.LIVE + channel).arg(Buffer.buffer(envelope.encoded()));
        redis.send(publish)
                .onTermination()
                .invoke(inFlight::release)
                .subscribe()
                .with(heard -> {}, away -> LOG.debugf("A fleeting frame was not published: %s", away.getMessage()));
    }
}
