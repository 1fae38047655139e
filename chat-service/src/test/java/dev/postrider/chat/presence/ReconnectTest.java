package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.testkit.server.EmbeddedRedis;
import dev.postrider.testkit.token.TestTokens;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What it costs, and whom it bothers, when three thousand people go and come back at once. */
class ReconnectTest {
    private static final int USERS = 3_000;
    private static final int WATCHERS = 30;
    private static final int WATCHED = 500;
    private static final long TURN_MILLIS = 2_000;
    /** The node's clock and the one that measures here are read one after the other, and rounded. */
    private static final long CLOCKS_MILLIS = 5;

    private static final double CALLS_EACH_MAX = 3;
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());

    /** As shipped, but that who is gone is told at once: else nobody would have gone. */
    private static final PresenceConfig AT_ONCE = Configs.presence(Map.of("chat.presence.offline-after", "PT0.1S"));

    private final FakeCompany company = new FakeCompany();
    private final List<LiveNode> nodes = new ArrayList<>();
    private final List<String> users =
            IntStream.range(0, USERS).mapToObj(i -> TestTokens.newUser()).toList();
    private final String room = "room:" + TestTokens.newUser();

    @AfterAll
    static void end() {
        REDIS.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVER.close();
    }

    @Test
    void threeThousandWhoComeBackCostThreeCallsEachAndOneFrameATurn() {
        IntStream.range(0, 2).forEach(i -> nodes.add(new LiveNode(VERTX, REDIS, AT_ONCE, company, nodes)));
        List<String> members = new ArrayList<>(users);
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            String user = TestTokens.newUser();
            members.add(user);
            watchers.add(new Watcher(user, users.subList(i * 80, i * 80 + WATCHED)));
        }
        company.room(room, members.toArray(String[]::new));
        List<FakeSession> sessions = opened(0);
        for (int i = 0; i < WATCHERS; i++) {
            watchers.get(i).watchOn(nodes.get(i % 2));
        }
        awaitAll(watchers, true);

        long before = calls();
        sessions.forEach(nodes.getFirst()::close);
        awaitAll(watchers, false);
        opened(1);
        awaitAll(watchers, true);
        long each = calls() - before;

        System.out.printf("Calls to Redis for %d who went and came back: %d%n", USERS, each);
        assertTrue(each <= CALLS_EACH_MAX * USERS, () -> "calls to Redis: " + each);
        watchers.forEach(Watcher::assertOneFrameATurn);
        nodes.forEach(LiveNode::stop);
    }

    private List<FakeSession> opened(int shift) {
        List<FakeSession> sessions = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            LiveNode node = shift == 0 ? nodes.getFirst() : nodes.get(i % 2);
            sessions.add(node.open("s" + shift + "-" + i, users.get(i)));
        }
        return sessions;
    }

    private static void awaitAll(List<Watcher> watchers, boolean online) {
        Awaitility.await()
                .atMost(WAIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> watchers.stream().allMatch(watcher -> watcher.sees(online)));
    }

    /** Commands that came over a connection, by Redis' own counters; what runs inside a script came as one call. */
    private static long calls() {
        String stats = REDIS.send(Request.cmd(Command.INFO).arg("commandstats"))
                .await()
                .atMost(WAIT)
                .toString();
        Set<String> insideScripts = Set.of("hgetall", "hset", "hdel", "pexpire", "publish", "time");
        return stats.lines()
                .filter(line -> line.startsWith("cmdstat_"))
                .filter(line -> !insideScripts.contains(line.substring("cmdstat_".length(), line.indexOf(':'))))
                .filter(line -> !line.startsWith("cmdstat_info"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")))
                .sum();
    }

    /** Somebody whose socket notes when it is offered what. */
    private final class Watcher {
        private final List<String> watched;
        private final FakeSession session;
        private final Queue<Frame> frames = new ConcurrentLinkedQueue<>();

        private record Frame(long atMillis, ServerFrame frame) {}

        Watcher(String user, List<String> watched) {
            this.watched = watched;
            this.session = new FakeSession("w-" + user, user, new ConcurrentLinkedQueue<>() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean add(Outgoing one) {
                    ServerFrame frame = FrameCodec.readServer(one.text().getBytes(StandardCharsets.UTF_8));
                    return frames.add(new Frame(System.nanoTime() / 1_000_000, frame));
                }
            });
        }

        void watchOn(LiveNode node) {
            node.open(session);
            node.frames().onWatch(session, new ClientFrame.Watch(watched, List.of(room), null));
        }

        boolean sees(boolean online) {
            Map<String, Boolean> states = new HashMap<>();
            int total = -1;
            for (Frame one : frames) {
                if (one.frame() instanceof ServerFrame.Presence presence) {
                    for (PresenceState state : presence.users()) {
                        states.put(state.id(), state.online());
                    }
                } else if (one.frame() instanceof ServerFrame.Online seen) {
                    total = seen.total();
                }
            }
            return total == (online ? USERS : 0) + WATCHERS
                    && watched.stream().allMatch(user -> Boolean.valueOf(online).equals(states.get(user)));
        }

        void assertOneFrameATurn() {
            for (Class<?> kind : List.of(ServerFrame.Presence.class, ServerFrame.Online.class)) {
                List<Long> at = frames.stream()
                        .filter(one -> kind.isInstance(one.frame()))
                        .map(Frame::atMillis)
                        .toList();
                for (int i = 1; i < at.size(); i++) {
                    long apart = at.get(i) - at.get(i - 1);
                    assertTrue(
                            apart >= TURN_MILLIS - CLOCKS_MILLIS,
                            () -> kind.getSimpleName() + " after " + apart + " ms");
                }
            }
        }
    }
}
