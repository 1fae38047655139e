package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.testkit.server.EmbeddedRedis;
import dev.postrider.testkit.time.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts and the subscription against a real Redis. */
class RegistersTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final String WREN = "01JD0000000000000000000001";
    private static final String MOSS = "01JD0000000000000000000002";

    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());

    private final PresenceConfig config = Configs.presence(Map.of("chat.presence.call-timeout", "PT0.5S"));
    private final NodeName nameOne = new NodeName(ManualClock.start());
    private final Registers one = new RedisRegisters(REDIS, nameOne, config, new SimpleMeterRegistry());
    private final Registers two =
            new RedisRegisters(REDIS, new NodeName(ManualClock.start()), config, new SimpleMeterRegistry());
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final LiveContext live = new LiveContext(VERTX);
    private final LiveSubscription subscription = new LiveSubscription(REDIS, live.context(), nameOne, new Hearing());
    private long timer;

    private final class Hearing implements LiveSubscription.Listener {
        @Override
        public void acknowledged(String channel) {
            heard.add("+" + channel);
        }

        @Override
        public void message(String channel, byte[] payload) {
            heard.add(channel + " " + new String(payload, StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void end() {
        REDIS.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVER.close();
    }

    @BeforeEach
    void fresh() {
        SERVER.empty();
        timer = VERTX.setPeriodic(
                20,
                ignored -> live.run(() -> subscription.tick(Clock.systemUTC().millis())));
    }

    @AfterEach
    void quiet() {
        VERTX.cancelTimer(timer);
        live.run(subscription::close);
    }

    private void follow(String... users) {
        List<String> channels =
                List.of(users).stream().map(user -> "about:" + user).toList();
        live.run(() -> subscription.follow(channels));
        channels.forEach(channel -> await("+" + channel));
    }

    private void await(String start) {
        Awaitility.await(start)
                .atMost(WAIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> heard.stream().anyMatch(line -> line.startsWith(start)));
    }

    private Map<String, Seen> offline(Registers node, String user, long agoMillis) {
        return node.markOffline(List.of(new LocalUsers.Leaving(user, agoMillis)))
                .await()
                .atMost(WAIT);
    }

    private Seen read(String user) {
        Seen seen = one.read(List.of(user)).await().atMost(WAIT).get(user);
        assertNotNull(seen);
        return seen;
    }

    @Test
    void nobodyWasEverSeen() {
        assertEquals(Seen.NEVER, read(WREN));
    }

    @Test
    void aMarkedUserIsOnlineForTheTimeToLive() {
        one.markOnline(List.of(WREN)).await().atMost(WAIT);

        Seen seen = read(WREN);
        assertTrue(seen.online());
        assertTrue(seen.remainingMillis() > 25_000 && seen.remainingMillis() <= 30_000);
        assertEquals(Seen.NEVER, read(MOSS));
    }

    @Test
    void comingIsToldOnceWhateverTheNumberOfNodes() {
        follow(WREN);
        one.markOnline(List.of(WREN, MOSS)).await().atMost(WAIT);
        two.markOnline(List.of(WREN)).await().atMost(WAIT);
        one.markOnline(List.of(WREN)).await().atMost(WAIT);
        offline(one, WREN, 0);
        offline(two, WREN, 0);

        await("about:" + WREN + " 0");
        assertEquals(
                List.of("1", "0"),
                heard.stream()
                        .filter(line -> !line.startsWith("+"))
                        .map(line -> line.split(" ", -1)[1])
                        .toList());
    }

    @Test
    void whoLeavesOneOfTwoNodesIsStillOnline() {
        one.markOnline(List.of(WREN)).await().atMost(WAIT);
        two.markOnline(List.of(WREN)).await().atMost(WAIT);

        assertTrue(offline(one, WREN, 0).getOrDefault(WREN, Seen.NEVER).online());
        assertFalse(offline(two, WREN, 0).getOrDefault(WREN, Seen.NEVER).online());
        assertFalse(read(WREN).online());
    }

    @Test
    void lastSeenIsTheMinuteInWhichTheLastSocketClosed() {
        one.markOnline(List.of(WREN)).await().atMost(WAIT);
        long online = read(WREN).minute();

        offline(one, WREN, 600_000);

        long difference = online - read(WREN).minute();
        assertTrue(difference == 10 || difference == 9, "minutes: " + difference);
    }

    @Test
    void anExpiredWordOfADeadNodeCountsNoMore() {
        PresenceConfig brief = Configs.presence(Map.of("chat.presence.register-ttl", "PT0.05S"));
        Registers dying =
                new RedisRegisters(REDIS, new NodeName(ManualClock.start()), brief, new SimpleMeterRegistry());
        follow(WREN);
        dying.markOnline(List.of(WREN)).await().atMost(WAIT);
        Awaitility.await()
                .atMost(WAIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !read(WREN).online());

        one.markOnline(List.of(WREN)).await().atMost(WAIT);

        assertTrue(read(WREN).online());
        assertEquals(2, fieldsOf(WREN));
    }

    @Test
    void takingBackWhatWasNeverGivenTellsNobody() {
        follow(WREN);
        offline(one, WREN, 0);
        one.markOnline(List.of(WREN)).await().atMost(WAIT);

        await("about:" + WREN + " 1");
        assertTrue(heard.stream().noneMatch(line -> line.startsWith("about:" + WREN + " 0")));
    }

    @Test
    void fiveHundredUsersAreOneCall() {
        List<String> crowd =
                IntStream.range(0, 500).mapToObj(i -> "01JD%022d".formatted(i)).toList();

        one.markOnline(crowd).await().atMost(WAIT);

        Map<String, Seen> seen = two.read(crowd).await().atMost(WAIT);
        assertEquals(500, seen.size());
        assertTrue(seen.values().stream().allMatch(Seen::online));
    }

    @Test
    void aSilentRedisFailsTheCallAndTheSubscriptionComesBackByItself() {
        follow(WREN);
        SERVER.kill();
        assertThrows(
                RuntimeException.class,
                () -> one.markOnline(List.of(WREN)).await().atMost(WAIT));

        // While it is down, since it may be found again before this thread knows that it is back.
        heard.clear();
        SERVER.restart();
        await("+about:" + WREN);
        one.markOnline(List.of(WREN)).await().atMost(WAIT);

        await("about:" + WREN + " 1");
    }

    private static int fieldsOf(String user) {
        return REDIS.send(Request.cmd(Command.HLEN).arg(RedisRegisters.KEY_PREFIX + user))
                .await()
                .atMost(WAIT)
                .toInteger();
    }
}
