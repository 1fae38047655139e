package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.testkit.server.EmbeddedRedis;
import dev.postrider.testkit.token.TestTokens;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that know of each other through a real Redis alone. */
class TwoNodesTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());
    private static final PresenceConfig QUICK = Configs.presence(Map.of(
            "chat.presence.offline-after", "PT0.3S",
            "chat.presence.frame-every", "PT0.1S",
            "chat.presence.refresh-every", "PT0.2S",
            "chat.presence.register-ttl", "PT2S",
            "chat.presence.typing-every", "PT0.05S",
            "chat.presence.call-timeout", "PT0.5S",
            "chat.presence.pause-after-failure", "PT0.1S"));

    private final FakeCompany company = new FakeCompany();
    private final List<LiveNode> nodes = new ArrayList<>();
    private final LiveNode one = node();
    private final LiveNode two = node();
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = ConversationId.direct(wren, moss).text();

    private LiveNode node() {
        LiveNode node = new LiveNode(VERTX, REDIS, QUICK, company, nodes);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void stop() {
        nodes.forEach(LiveNode::stop);
    }

    @AfterAll
    static void end() {
        REDIS.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        SERVER.close();
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(WAIT).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    private FakeSession watching() {
        FakeSession session = one.open("s-moss", moss);
        one.frames().onWatch(session, new ClientFrame.Watch(List.of(wren), null, null));
        return session;
    }

    /** Frames to {@code live:<channel>} are heard once the subscription stands: typed again until then. */
    private void typeUntil(BooleanSupplier arrived, FakeSession writer) {
        await(() -> {
            two.frames().onTyping(writer, new ClientFrame.Typing(dm, 5L));
            return arrived.getAsBoolean();
        });
    }

    @Test
    void comingAndGoingElsewhereIsSeen() {
        FakeSession watcher = watching();
        await(() -> watcher.sees(wren, false));

        FakeSession session = two.open("s-wren", wren);
        await(() -> watcher.sees(wren, true));
        two.close(session);
        await(() -> watcher.sees(wren, false));
    }

    @Test
    void aNodeThatVanishesTakesItsUsersAlong() {
        FakeSession watcher = watching();
        two.open("s-wren", wren);
        await(() -> watcher.sees(wren, true));

        two.stop();

        await(() -> watcher.sees(wren, false));
    }

    @Test
    void typingReachesTheOtherMemberOnAnotherNodeAndNobodyElse() {
        FakeSession reader = one.open("s-moss", moss);
        FakeSession ownDevice = one.open("s-wren-2", wren);
        FakeSession stranger = one.open("s-fern", TestTokens.newUser());
        FakeSession writer = two.open("s-wren", wren);

        typeUntil(() -> !reader.got(ServerFrame.Typing.class).isEmpty(), writer);

        assertEquals(
                new ServerFrame.Typing(dm, wren, 5L),
                reader.got(ServerFrame.Typing.class).getFirst());
        assertEquals(List.of(), ownDevice.got(ServerFrame.Typing.class));
        assertEquals(List.of(), stranger.got(ServerFrame.Typing.class));
        assertEquals(List.of(), writer.got(ServerFrame.Typing.class));
    }

    @Test
    void typingReachesTheOtherMemberOnTheSameNodeOnce() {
        FakeSession reader = two.open("s-moss", moss);
        FakeSession writer = two.open("s-wren", wren);

        two.frames().onTyping(writer, new ClientFrame.Typing(dm, null));
        two.frames().onTyping(writer, new ClientFrame.Typing(dm, null));

        assertEquals(1, reader.got(ServerFrame.Typing.class).size());
    }

    @Test
    void whereOneIsNoMemberTypingIsRefused() {
        String strangers = ConversationId.direct(moss, TestTokens.newUser()).text();
        FakeSession reader = two.open("s-moss", moss);
        FakeSession writer = two.open("s-wren", wren);

        two.frames().onTyping(writer, new ClientFrame.Typing(strangers, null));

        assertEquals(
                RejectCode.NOT_MEMBER,
                writer.got(ServerFrame.Rejected.class).getFirst().code());
        assertEquals(List.of(), reader.got(ServerFrame.Typing.class));
    }

    @Test
    void roomsOneIsNotInCannotBeWatched() {
        FakeSession session = one.open("s-moss", moss);

        one.frames().onWatch(session, new ClientFrame.Watch(null, List.of("room:" + wren), null));

        assertEquals("watch", session.got(ServerFrame.Rejected.class).getFirst().of());
    }

    @Test
    void aProgramThatAsksGetsTheSameAnswer() {
        two.open("s-wren", wren);

        await(() -> one.lookup.of(moss, List.of(moss, wren)).await().atMost(WAIT).stream()
                .map(PresenceState::online)
                .toList()
                .equals(List.of(false, true)));
    }

    @Test
    void whileRedisIsAwayNothingBreaksAndAfterwardsItRebuilds() {
        FakeSession watcher = watching();
        FakeSession writer = two.open("s-wren", wren);
        await(() -> watcher.sees(wren, true));

        SERVER.kill();
        two.frames().onTyping(writer, new ClientFrame.Typing(dm, null));
        assertThrows(
                ProblemException.class,
                () -> one.lookup.of(moss, List.of(wren)).await().atMost(WAIT));
        String fern = TestTokens.newUser();
        two.open("s-fern", fern);
        SERVER.restart();
        SERVER.empty();
        one.frames().onWatch(watcher, new ClientFrame.Watch(List.of(wren, fern), null, null));

        await(() -> watcher.sees(wren, true) && watcher.sees(fern, true));
        typeUntil(() -> !watcher.got(ServerFrame.Typing.class).isEmpty(), writer);
        assertTrue(watcher.got(ServerFrame.Rejected.class).isEmpty());
    }
}
