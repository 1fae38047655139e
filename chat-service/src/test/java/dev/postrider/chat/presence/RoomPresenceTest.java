package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.testkit.server.EmbeddedRedis;
import dev.postrider.testkit.token.TestTokens;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is online in a room and who writes there, between two nodes that know of each other through a real Redis. */
class RoomPresenceTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final EmbeddedRedis SERVER = EmbeddedRedis.start();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(io.vertx.mutiny.core.Vertx.newInstance(VERTX), SERVER.url());
    private static final PresenceConfig QUICK = Configs.presence(Map.of(
            "chat.presence.offline-after", "PT0.3S",
            "chat.presence.frame-every", "PT0.1S",
            "chat.presence.refresh-every", "PT0.2S",
            "chat.presence.register-ttl", "PT2S",
            "chat.presence.typing-every", "PT0.05S"));

    private final FakeCompany company = new FakeCompany();
    private final List<LiveNode> nodes = new ArrayList<>();
    private final LiveNode one = node();
    private final LiveNode two = node();
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();
    private final String room = "room:" + TestTokens.newUser();

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

    private static void watch(LiveNode node, FakeSession session, String... rooms) {
        node.frames().onWatch(session, new ClientFrame.Watch(null, List.of(rooms), null));
    }

    private void membersChanged() {
        nodes.forEach(node -> node.frames().onControl(new ControlRecord.Membership(room, List.of()), 0));
    }

    private void blocksChanged(String a, String b) {
        String dm = ConversationId.direct(a, b).text();
        nodes.forEach(node -> node.frames().onControl(new ControlRecord.Membership(dm, List.of()), 0));
    }

    /** Whom the socket believes to be online in the room. */
    private Set<String> seen(FakeSession session) {
        Set<String> seen = new HashSet<>();
        for (ServerFrame.Online frame : session.got(ServerFrame.Online.class)) {
            if (frame.users() != null) {
                seen.clear();
                seen.addAll(frame.users());
            } else {
                Stream.ofNullable(frame.came()).forEach(seen::addAll);
                Stream.ofNullable(frame.went()).forEach(seen::removeAll);
            }
        }
        return seen;
    }

    @Test
    void whoComesAndGoesAnywhereIsTold() {
        company.room(room, wren, moss, fern);
        FakeSession watcher = one.open("s-moss", moss);
        watch(one, watcher, room);
        await(() -> seen(watcher).equals(Set.of(moss)));

        FakeSession elsewhere = two.open("s-wren", wren);
        one.open("s-fern", fern);
        two.open("s-stranger", TestTokens.newUser());
        await(() -> seen(watcher).equals(Set.of(moss, wren, fern)));
        two.close(elsewhere);

        await(() -> seen(watcher).equals(Set.of(moss, fern)));
        assertEquals(2, watcher.got(ServerFrame.Online.class).getLast().total());
    }

    @Test
    void aRoomOfOthersIsNotThereAndRefusesTheWholeFrame() {
        company.room(room, wren);
        FakeSession session = one.open("s-moss", moss);

        one.frames().onWatch(session, new ClientFrame.Watch(List.of(wren), List.of(room), null));

        await(() -> !session.got(ServerFrame.Rejected.class).isEmpty());
        assertEquals(
                RejectCode.NOT_MEMBER,
                session.got(ServerFrame.Rejected.class).getFirst().code());
        assertEquals(List.of(), session.got(ServerFrame.Online.class));
        assertEquals(List.of(), session.got(ServerFrame.Presence.class));
    }

    @Test
    void whoIsRemovedHearsNothingMoreAndIsShownNoMore() {
        company.room(room, wren, moss, fern);
        FakeSession stays = one.open("s-moss", moss);
        FakeSession leaves = one.open("s-wren", wren);
        watch(one, stays, room);
        watch(one, leaves, room);
        await(() -> seen(stays).equals(Set.of(moss, wren)) && seen(leaves).equals(Set.of(moss, wren)));

        company.room(room, moss, fern);
        membersChanged();
        await(() -> seen(stays).equals(Set.of(moss)));
        int heard = leaves.offered().size();
        two.open("s-fern", fern);
        await(() -> seen(stays).equals(Set.of(moss, fern)));

        assertEquals(heard, leaves.offered().size());
    }

    @Test
    void aListThatIsGivenReplacesTheOneBefore() {
        String other = "room:" + TestTokens.newUser();
        company.room(room, moss, wren);
        company.room(other, moss, fern);
        FakeSession watcher = one.open("s-moss", moss);
        watch(one, watcher, room);
        await(() -> seen(watcher).equals(Set.of(moss)));

        watch(one, watcher, other);
        await(() ->
                watcher.got(ServerFrame.Online.class).getLast().conversation().equals(other));
        two.open("s-wren", wren);
        two.open("s-fern", fern);
        await(() -> seen(watcher).contains(fern));

        assertEquals(Set.of(moss, fern), seen(watcher));
    }

    @Test
    void betweenThoseOfWhomOneBlockedTheOtherAllIsSilent() {
        company.room(room, wren, moss, fern);
        FakeSession wrens = two.open("s-wren", wren);
        FakeSession watcher = one.open("s-moss", moss);
        FakeSession witness = one.open("s-fern", fern);
        one.frames().onWatch(watcher, new ClientFrame.Watch(List.of(wren), List.of(room), null));
        await(() -> seen(watcher).equals(Set.of(moss, fern, wren)) && watcher.sees(wren, true));

        company.block(wren, moss);
        blocksChanged(wren, moss);

        await(() -> seen(watcher).equals(Set.of(moss, fern)) && watcher.sees(wren, false));
        await(() -> {
            two.frames().onTyping(wrens, new ClientFrame.Typing(room, null));
            return !witness.got(ServerFrame.Typing.class).isEmpty();
        });
        two.frames()
                .onTyping(
                        wrens,
                        new ClientFrame.Typing(ConversationId.direct(wren, moss).text(), null));
        assertEquals(List.of(), watcher.got(ServerFrame.Typing.class));
        assertEquals(List.of(), wrens.got(ServerFrame.Rejected.class));
        assertEquals(
                List.of(false),
                one.lookup.of(moss, List.of(wren)).await().atMost(WAIT).stream()
                        .map(state -> state.online())
                        .toList());
        assertEquals(
                List.of(), one.lookup.onlineAmong(moss, List.of(wren)).await().atMost(WAIT));
    }

    @Test
    void typingIsHeardInRoomsOfAHundredAndNotOfMore() {
        String[] hundred = Stream.concat(
                        Stream.of(wren, moss), IntStream.range(0, 98).mapToObj(i -> TestTokens.newUser()))
                .toArray(String[]::new);
        String[] more = Stream.concat(Stream.of(hundred), Stream.of(fern)).toArray(String[]::new);
        String large = "room:" + TestTokens.newUser();
        company.room(room, hundred);
        company.room(large, more);
        FakeSession reader = one.open("s-moss", moss);
        FakeSession writer = two.open("s-wren", wren);
        FakeSession stranger = one.open("s-fern", fern);

        await(() -> {
            two.frames().onTyping(writer, new ClientFrame.Typing(large, null));
            two.frames().onTyping(writer, new ClientFrame.Typing(room, 3L));
            return !reader.got(ServerFrame.Typing.class).isEmpty();
        });

        assertEquals(Set.of(new ServerFrame.Typing(room, wren, 3L)), Set.copyOf(reader.got(ServerFrame.Typing.class)));
        assertEquals(List.of(), stranger.got(ServerFrame.Typing.class));
        assertEquals(List.of(), writer.got(ServerFrame.Typing.class));
    }

    @Test
    void whoIsNoMemberWritesNothing() {
        company.room(room, moss);
        FakeSession reader = one.open("s-moss", moss);
        FakeSession writer = one.open("s-wren", wren);

        one.frames().onTyping(writer, new ClientFrame.Typing(room, null));

        assertEquals(
                RejectCode.NOT_MEMBER,
                writer.got(ServerFrame.Rejected.class).getFirst().code());
        assertEquals(List.of(), reader.got(ServerFrame.Typing.class));
    }
}
