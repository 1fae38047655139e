package dev.postrider.chat.presence;

import dev.postrider.chat.session.Sessions;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.topic.Channels;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Presence and typing of one chat node as in production, but for the sockets and the table of channels. */
final class LiveNode {
    final Sessions sessions = new Sessions();
    final LiveFanout fanout;
    final PresenceLookup lookup;
    private final LiveFrames frames;
    private final PresenceLoop loop;

    LiveNode(Vertx vertx, Redis redis, PresenceConfig config, FakeCompany company, List<LiveNode> others) {
        Clock clock = Clock.systemUTC();
        MeterRegistry meters = new SimpleMeterRegistry();
        NodeName name = new NodeName(clock);
        LiveContext live = new LiveContext(vertx);
        Reach reach = new Reaching(others);
        Around around = new Around(new Nobody(), company);
        Registers registers = new RedisRegisters(redis, name, config, meters);
        loop = new PresenceLoop(
                live, new LiveWire(redis, live, name, sessions, reach), registers, config, clock, around);
        fanout = new LiveFanout(redis, name, sessions, reach, config, meters);
        frames = new LiveFrames(
                loop,
                new WatchRequests(loop, company),
                new TypingRelay(fanout, company, config, clock),
                company,
                sessions);
        lookup = new PresenceLookup(loop, registers, around, clock, config);
        loop.start();
    }

    FakeSession open(String socket, String user) {
        return open(new FakeSession(socket, user));
    }

    FakeSession open(FakeSession session) {
        sessions.add(session);
        frames.onOpened(session);
        return session;
    }

    void close(FakeSession session) {
        sessions.remove(session);
        frames.onClosed(session);
    }

    LiveFrames frames() {
        return frames;
    }

    void stop() {
        loop.stop();
    }

    private final class Reaching implements Reach {
        private final List<LiveNode> others;

        Reaching(List<LiveNode> others) {
            this.others = others;
        }

        @Override
        public long here() {
            long bits = 0;
            for (int channel = 0; channel < Channels.COUNT; channel++) {
                bits |= sessions.onChannel(channel) > 0 ? 1L << channel : 0;
            }
            return bits;
        }

        @Override
        public boolean elsewhere(int channel) {
            return others.stream().anyMatch(other -> other.sessions.onChannel(channel) > 0);
        }
    }

    private static final class Nobody implements Profiles {
        @Override
        public Uni<Map<String, User>> of(Collection<String> ids) {
            return Uni.createFrom().item(Map.of());
        }
    }
}
