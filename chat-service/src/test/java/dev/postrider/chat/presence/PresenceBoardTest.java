package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceBoardTest {
    private static final long START = 1_790_000_000_000L;

    private final FakeRegisters redis = new FakeRegisters();
    private final Node one = new Node("n1", redis);
    private final Node two = new Node("n2", redis);
    private long now = START;

    /** Lets time pass in steps of the loop; a step may be skipped by nobody. */
    private void pass(long millis) {
        for (long end = now + millis; now < end; ) {
            now += 50;
            one.tick(now);
            two.tick(now);
        }
    }

    private void watching() {
        pass(50);
        one.board.opened("moss");
        one.board.watch("s-moss", List.of("wren"), now);
        pass(50);
    }

    @Test
    void aWatchIsAnsweredAtOnce() {
        two.board.opened("wren");

        watching();

        assertEquals(1, one.framesOf("s-moss").size());
        assertTrue(one.seesOnline("s-moss", "wren"));
    }

    @Test
    void somebodyNeverSeenIsOfflineWithoutLastSeen() {
        watching();

        PresenceState state = one.framesOf("s-moss").getFirst().getFirst();

        assertFalse(state.online());
        assertNull(state.lastSeen());
        assertEquals(User.Availability.auto, state.availability());
    }

    @Test
    void anEmptyWatchIsAnsweredToo() {
        one.board.opened("moss");
        one.board.watch("s-moss", List.of(), now);
        pass(50);

        assertEquals(List.of(List.of()), one.framesOf("s-moss"));
    }

    @Test
    void whoComesOnAnotherNodeIsTold() {
        watching();

        two.board.opened("wren");
        pass(2_050);

        assertTrue(one.seesOnline("s-moss", "wren"));
        assertEquals(2, one.framesOf("s-moss").size());
    }

    @Test
    void offlineIsToldThirtySecondsAfterTheLastSocketClosed() {
        two.board.opened("wren");
        watching();
        pass(60_000);

        long closedAt = now;
        two.board.closed("wren", "s-wren", closedAt);
        pass(29_900);
        assertTrue(one.seesOnline("s-moss", "wren"));
        pass(200);

        assertFalse(one.seesOnline("s-moss", "wren"));
        assertEquals(
                Instant.ofEpochSecond(closedAt / 60_000 * 60),
                one.framesOf("s-moss").getLast().getFirst().lastSeen());
    }

    @Test
    void movingToAnotherNodeInTimeIsNotTold() {
        two.board.opened("wren");
        watching();

        two.board.closed("wren", "s-wren", now);
        pass(20_000);
        one.board.opened("wren");
        pass(300_000);

        assertTrue(one.seesOnline("s-moss", "wren"));
        assertEquals(1, one.framesOf("s-moss").size());
    }

    @Test
    void aDeviceOnEachNodeKeepsTheUserOnline() {
        one.board.opened("wren");
        two.board.opened("wren");
        watching();

        one.board.closed("wren", "s-wren", now);
        pass(300_000);

        assertTrue(one.seesOnline("s-moss", "wren"));
        two.board.closed("wren", "s-wren2", now);
        pass(31_000);
        assertFalse(one.seesOnline("s-moss", "wren"));
    }

    @Test
    void usersOfANodeThatDiedAreForgotten() {
        two.board.opened("wren");
        watching();
        pass(15_000);

        two.crash();
        for (int i = 0; i < 60_000 / 50; i++) {
            now += 50;
            one.tick(now);
        }

        assertFalse(one.seesOnline("s-moss", "wren"));
    }

    @Test
    void aNodeThatLivesKeepsItsUsersOnlineForEver() {
        two.board.opened("wren");
        watching();

        pass(600_000);

        assertEquals(1, one.framesOf("s-moss").size());
    }

    @Test
    void changesWithinTwoSecondsAreOneFrame() {
        List<String> crowd = IntStream.range(0, 300).mapToObj(i -> "user" + i).toList();
        one.board.opened("moss");
        one.board.watch("s-moss", crowd, now);
        pass(50);
        crowd.forEach(two.board::opened);
        pass(20_000);

        assertEquals(2, one.framesOf("s-moss").size());
        assertEquals(300, one.framesOf("s-moss").getLast().size());
    }

    @Test
    void aStormOfReconnectsCostsFewCalls() {
        List<String> crowd = IntStream.range(0, 3_000).mapToObj(i -> "user" + i).toList();
        crowd.forEach(one.board::opened);
        crowd.forEach(user -> one.board.watch("s-" + user, List.of("moss", "fern"), now));
        redis.calls = 0;

        pass(1_000);

        assertTrue(redis.calls <= 10, "calls: " + redis.calls);
        assertTrue(one.frames.values().stream().allMatch(frames -> frames.size() == 1));
        assertEquals(3_000, one.frames.size());
    }

    @Test
    void whileRedisIsAwayTheAnswerTellsWhatThisNodeKnows() {
        redis.away = true;
        one.board.opened("moss");
        one.board.opened("wren");
        one.board.watch("s-moss", List.of("wren", "fern"), now);
        pass(600);

        assertEquals(
                List.of("wren"),
                one.framesOf("s-moss").getFirst().stream()
                        .map(PresenceState::id)
                        .toList());
    }

    @Test
    void whileRedisIsAwayNobodyIsSaidToHaveGone() {
        two.board.opened("wren");
        watching();

        redis.away = true;
        two.board.closed("wren", "s-wren", now);
        pass(600_000);

        assertTrue(one.seesOnline("s-moss", "wren"));
    }

    @Test
    void afterRedisWasAwayAndEmptiedEverythingIsRebuiltWithoutFlicker() {
        two.board.opened("wren");
        two.board.opened("fern");
        pass(50);
        one.board.opened("moss");
        one.board.watch("s-moss", List.of("wren", "fern"), now);
        pass(50);
        redis.away = true;
        redis.empty();
        two.board.closed("fern", "s-fern", now);
        pass(90_000);

        redis.away = false;
        one.resubscribed(now);
        pass(30_000);

        assertTrue(one.seesOnline("s-moss", "wren"));
        assertFalse(one.seesOnline("s-moss", "fern"));
        assertTrue(one.framesOf("s-moss").stream()
                .flatMap(List::stream)
                .allMatch(state -> !state.id().equals("wren") || state.online()));
    }

    @Test
    void onlyTheWatchedAreTold() {
        watching();

        two.board.opened("fern");
        pass(10_000);
        one.board.watch("s-moss", List.of("fern"), now);
        two.board.opened("wren");
        pass(10_000);

        assertTrue(one.framesOf("s-moss").getLast().stream()
                .allMatch(state -> state.id().equals("fern")));
        assertEquals(2, one.framesOf("s-moss").size());
    }

    @Test
    void aClosedSocketWatchesNobody() {
        watching();

        one.board.closed("moss", "s-moss", now);
        two.board.opened("wren");
        pass(10_000);

        assertEquals(1, one.framesOf("s-moss").size());
        assertFalse(one.followed.contains("wren"));
    }

    @Test
    void aNewProfileIsToldToWatchersOnly() {
        watching();
        User wren = new User("wren", "wren", "Wren", "#112233", false, null, null, null, User.Availability.auto, null);
        one.board.learned(wren);
        assertEquals(List.of(), one.board.profiled(wren));

        User away = new User("wren", "wren", "Wren", "#112233", false, null, null, null, User.Availability.away, null);
        assertEquals(List.of("s-moss"), one.board.profiled(away));
        assertEquals(List.of(), two.board.profiled(away));
        pass(3_000);

        assertEquals(
                User.Availability.away,
                one.framesOf("s-moss").getLast().getFirst().availability());
    }

    @Test
    void aChangeHeardBeforeTheProfileWasLearnedIsToldAndNotOverwrittenByTheOlderAnswer() {
        watching();
        User auto = new User("wren", "wren", "Wren", "#112233", false, null, null, null, User.Availability.auto, null);
        User away = new User("wren", "wren", "Wren", "#112233", false, null, null, null, User.Availability.away, null);

        assertEquals(List.of("s-moss"), one.board.profiled(away));
        one.board.learned(auto);
        pass(3_000);

        assertEquals(
                User.Availability.away,
                one.framesOf("s-moss").getLast().getFirst().availability());
    }

    @Test
    void tooManyWatchedAreRefused() {
        PresenceBoard board = new PresenceBoard(Configs.presence(Map.of("chat.presence.watched-users-max", "2")));

        assertTrue(board.watch("s1", List.of("wren", "moss"), now));
        assertFalse(board.watch("s2", List.of("fern"), now));
        assertTrue(board.watch("s2", List.of("wren"), now));
    }

    private static User profile(String user, User.Status status) {
        return new User(user, user, user, "#2f5bb7", false, status, null, null, User.Availability.dnd, null);
    }

    @Test
    void aStatusEndsByItselfForEverybodyWhoWatches() {
        watching();
        Instant until = Instant.ofEpochMilli(now + 60_000);
        one.board.profiled(profile("wren", new User.Status("digging", null, until)));
        pass(2_050);
        assertEquals("digging", status(one.framesOf("s-moss").getLast().getFirst()));

        pass(60_000);
        List<User> ended = one.board.endedStatuses(now);
        ended.forEach(one.board::profiled);
        pass(2_050);

        assertEquals(List.of("wren"), ended.stream().map(User::id).toList());
        assertNull(ended.getFirst().status());
        assertNull(one.framesOf("s-moss").getLast().getFirst().status());
        assertEquals(
                User.Availability.dnd,
                one.framesOf("s-moss").getLast().getFirst().availability());
        assertEquals(List.of(), one.board.endedStatuses(now + 1_000));
    }

    private static String status(PresenceState state) {
        return state.status() == null ? "" : state.status().text();
    }

    @Test
    void aStatusThatIsSetAgainEndsWhenTheNewOneDoes() {
        watching();
        one.board.profiled(profile("wren", new User.Status("digging", null, Instant.ofEpochMilli(now + 5_000))));
        one.board.profiled(profile("wren", new User.Status("sowing", null, null)));
        pass(10_000);

        assertEquals(List.of(), one.board.endedStatuses(now));
    }

    @Test
    void whoIsBlockedLooksLikeSomebodyNeverSeenAndIsToldNothing() {
        two.board.opened("wren");
        watching();
        one.board.profiled(profile("wren", new User.Status("digging", null, null)));
        pass(2_050);

        one.board.hide("s-moss", Set.of("wren"), now);
        pass(2_050);
        PresenceState hidden = one.framesOf("s-moss").getLast().getFirst();
        int frames = one.framesOf("s-moss").size();
        two.board.closed("wren", "s-wren", now);
        List<String> told = one.board.profiled(profile("wren", new User.Status("sowing", null, null)));
        pass(40_000);

        assertEquals(new PresenceState("wren", false, null, User.Availability.auto, null), hidden);
        assertEquals(List.of(), told);
        assertTrue(one.framesOf("s-moss").stream()
                .skip(frames)
                .flatMap(List::stream)
                .allMatch(hidden::equals));

        two.board.opened("wren");
        one.board.hide("s-moss", Set.of(), now);
        pass(2_050);
        assertTrue(one.seesOnline("s-moss", "wren"));
    }
}
