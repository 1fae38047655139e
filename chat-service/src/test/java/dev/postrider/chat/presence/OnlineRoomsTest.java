package dev.postrider.chat.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.FrameCodec;
import dev.postrider.contracts.frame.ServerFrame.Online;
import dev.postrider.contracts.rule.Limits;
import dev.postrider.testkit.token.TestTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineRoomsTest {
    private static final String ROOM = "room:r";
    private static final long TURN = 2_000;

    private final OnlineRooms rooms = new OnlineRooms(TURN);
    private final Set<String> online = new HashSet<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Map<String, List<Online>> told = new HashMap<>();
    private final Map<String, List<Long>> toldAt = new HashMap<>();
    private boolean everybodyKnown = true;
    private long now = 1_000_000;

    private void pass(long millis) {
        for (long end = now + millis; now < end; ) {
            now += 50;
            for (OnlineRooms.Frame due : rooms.due(now, view())) {
                for (String session : due.sessions()) {
                    told.computeIfAbsent(session, s -> new ArrayList<>()).add(due.frame());
                    toldAt.computeIfAbsent(session, s -> new ArrayList<>()).add(now);
                }
            }
        }
    }

    private OnlineRooms.View view() {
        return new OnlineRooms.View() {
            @Override
            public boolean known(String user) {
                return everybodyKnown;
            }

            @Override
            public Set<String> hidden(String session) {
                return hidden.getOrDefault(session, Set.of());
            }
        };
    }

    private void watch(String session, String user) {
        rooms.watch(session, user, Set.of(ROOM), now + 500);
    }

    private void members(String... members) {
        rooms.members(ROOM, Set.of(members), online::contains);
    }

    private void comes(String user) {
        online.add(user);
        rooms.changed(ROOM, user, true);
    }

    private void goes(String user) {
        online.remove(user);
        rooms.changed(ROOM, user, false);
    }

    private List<Online> of(String session) {
        return told.getOrDefault(session, List.of());
    }

    @Test
    void thePresentStateComesFirstThenWhoCameAndWentInOneFrameATurn() {
        online.addAll(Set.of("wren", "moss"));
        watch("s-wren", "wren");
        members("wren", "moss", "fern", "rush");
        pass(50);
        comes("fern");
        comes("rush");
        goes("moss");
        pass(4_000);

        assertEquals(2, of("s-wren").size());
        assertEquals(Set.of("wren", "moss"), Set.copyOf(of("s-wren").getFirst().users()));
        Online second = of("s-wren").getLast();
        assertEquals(3, second.total());
        assertEquals(List.of("fern", "rush"), second.came());
        assertEquals(List.of("moss"), second.went());
    }

    @Test
    void theAnswerWaitsUntilEverybodyIsKnownButNotForEver() {
        everybodyKnown = false;
        watch("s-wren", "wren");
        members("wren");
        pass(450);
        assertEquals(List.of(), of("s-wren"));
        pass(100);

        assertEquals(1, of("s-wren").size());
    }

    @Test
    void nothingIsToldWhileTheMembersAreReadAgainAndNothingEverToWhoIsRemoved() {
        watch("s-wren", "wren");
        watch("s-moss", "moss");
        members("wren", "moss", "fern");
        pass(50);
        rooms.outdated(ROOM);
        comes("fern");
        pass(5_000);
        assertEquals(1, of("s-wren").size());

        members("wren", "fern");
        pass(5_000);

        assertEquals(List.of("fern"), of("s-wren").getLast().came());
        assertEquals(1, of("s-moss").size());
        comes("wren");
        pass(5_000);
        assertEquals(1, of("s-moss").size());
    }

    @Test
    void whoIsNoMemberIsToldNothing() {
        watch("s-wren", "wren");
        members("moss");
        pass(5_000);

        assertEquals(Map.of(), told);
        assertEquals(List.of(ROOM), rooms.drainClosed());
    }

    @Test
    void thoseBetweenWhomThereIsABlockAreNeitherNamedNorCounted() {
        online.addAll(Set.of("wren", "moss"));
        hidden.put("s-moss", Set.of("wren", "fern"));
        watch("s-moss", "moss");
        watch("s-rush", "rush");
        members("wren", "moss", "fern", "rush");
        pass(50);
        comes("fern");
        pass(4_000);
        comes("rush");
        pass(4_000);

        assertEquals(List.of("moss"), of("s-moss").getFirst().users());
        assertEquals(1, of("s-moss").getFirst().total());
        assertEquals(List.of("rush"), of("s-moss").getLast().came());
        assertEquals(2, of("s-moss").getLast().total());
        assertEquals(2, of("s-moss").size());
        assertEquals(4, of("s-rush").getLast().total());
    }

    @Test
    void aThousandSocketsShareOneFrame() {
        List<String> users = IntStream.range(0, 1_000).mapToObj(i -> "u" + i).toList();
        users.forEach(user -> watch("s-" + user, user));
        rooms.members(ROOM, Set.copyOf(users), online::contains);
        now += 50;
        rooms.due(now, view());
        now += TURN;
        comes("u7");

        List<OnlineRooms.Frame> frames = rooms.due(now, view());

        assertEquals(1, frames.size());
        assertEquals(1_000, frames.getFirst().sessions().size());
    }

    @Test
    void theFirstFrameNamesTwoHundredAtMostAndCountsAll() {
        List<String> users = IntStream.range(0, 5_000).mapToObj(i -> "u" + i).toList();
        online.addAll(users);
        watch("s", "u1");
        rooms.members(ROOM, new LinkedHashSet<>(users), online::contains);
        pass(50);

        assertEquals(200, names(of("s").getFirst().users()).size());
        assertEquals(5_000, of("s").getFirst().total());
    }

    @Test
    void aRoomThatEmptiesAtOnceIsToldInFramesThatFit() {
        List<String> users =
                IntStream.range(0, 5_000).mapToObj(i -> TestTokens.newUser()).toList();
        online.addAll(users);
        watch("s", users.getFirst());
        rooms.members(ROOM, new LinkedHashSet<>(users), online::contains);
        pass(50);
        List.copyOf(online).forEach(this::goes);
        pass(12_000);

        assertTrue(of("s").stream().allMatch(frame -> FrameCodec.write(frame).length <= Limits.DEFAULTS.frameBytes()));
        assertEquals(
                5_000,
                of("s").stream().mapToLong(frame -> names(frame.went()).size()).sum());
    }

    /** Whatever happens when: what a socket was told adds up to what is, and no two frames are less than a turn apart. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsToldAddsUp(long seed) {
        Random random = new Random(seed);
        List<String> users = IntStream.range(0, 12).mapToObj(i -> "u" + i).toList();
        hidden.put("s-u3", Set.of("u4", "u5"));
        for (int step = 0; step < 300; step++) {
            String user = users.get(random.nextInt(users.size()));
            switch (random.nextInt(6)) {
                case 0 -> comes(user);
                case 1 -> goes(user);
                case 2 -> {
                    rooms.outdated(ROOM);
                    rooms.members(ROOM, Set.copyOf(users), online::contains);
                }
                case 3 -> {
                    watch("s-" + user, user);
                    rooms.members(ROOM, Set.copyOf(users), online::contains);
                }
                default -> pass(50L * random.nextInt(30));
            }
        }
        pass(10_000);

        for (String session : told.keySet()) {
            assertEquals(seen(session), now(session), session);
            assertEquals(now(session).size(), of(session).getLast().total(), session);
            List<Long> at = toldAt.getOrDefault(session, List.of());
            assertTrue(IntStream.range(1, at.size()).allMatch(i -> at.get(i) - at.get(i - 1) >= TURN), session);
        }
    }

    private Set<String> seen(String session) {
        Set<String> seen = new HashSet<>();
        for (Online frame : of(session)) {
            if (frame.users() != null) {
                seen.clear();
                seen.addAll(frame.users());
            } else {
                seen.addAll(names(frame.came()));
                names(frame.went()).forEach(seen::remove);
            }
        }
        return seen;
    }

    private static List<String> names(@Nullable List<String> users) {
        return users == null ? List.of() : users;
    }

    private Set<String> now(String session) {
        return online.stream()
                .filter(user -> !hidden.getOrDefault(session, Set.of()).contains(user))
                .collect(Collectors.toSet());
    }
}
