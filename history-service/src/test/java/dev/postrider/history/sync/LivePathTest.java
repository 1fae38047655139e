package dev.postrider.history.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.support.EventMix;
import dev.postrider.history.support.Watcher;
import dev.postrider.testkit.fold.CarefulClient;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whatever the live path loses, doubles and shuffles: after one checkpoint a client shows what a fresh one shows. */
@QuarkusTest
class LivePathTest {
    private static final int SEEDS = 4;
    private static final int EVENTS = 150;
    private static final int ABSENT_EVENTS = 10_000;

    @Test
    void aStaleSnapshotWithTheLiveFramesIsAFreshSnapshot() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            play(seed, 0);
        }
    }

    @Test
    void afterAnyDroppedFramesOneCheckpointMakesItEqual() {
        for (int seed = 101; seed <= 100 + SEEDS; seed++) {
            play(seed, 30);
        }
    }

    @Test
    void whoWasAbsentForTenThousandEventsEndsAsWhoWatched() {
        EventMix mix = new EventMix(10_000, false);
        mix.write(50);
        List<String> people = mix.people();
        List<Watcher> absent = people.stream()
                .map(user -> new Watcher(user).syncs(mix.through()))
                .toList();
        List<Watcher> watching = people.stream()
                .map(user -> new Watcher(user).syncs(mix.through()))
                .toList();

        for (int round = 0; round < 10; round++) {
            int from = mix.written().size();
            mix.write(ABSENT_EVENTS / 10);
            for (int person = 0; person < people.size(); person++) {
                tell(mix, from, people.get(person), watching.get(person));
                watching.get(person).syncs(mix.through());
            }
        }
        for (int person = 0; person < people.size(); person++) {
            Map<String, CarefulClient.Shown> fresh = fresh(mix, people.get(person));
            absent.get(person).syncs(mix.through());
            assertSame(fresh, watching.get(person).shows(), "watched, " + person);
            assertSame(fresh, absent.get(person).shows(), "absent, " + person);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "recording", matches = ".+")
    void whatClientsGetIsWrittenDownForTheBrowsersStore() {
        Path file = Path.of(System.getProperty("recording"));

        BrowserRecording.write(file, 2);

        assertTrue(Files.exists(file));
    }

    /** One client of every person, told live of what does not get lost; at last one sync, where anything was lost. */
    private static void play(int seed, int lostPercent) {
        EventMix mix = new EventMix(seed, false);
        Random random = new Random(seed);
        mix.write(20 + random.nextInt(60));
        List<String> people = mix.people();
        List<Watcher> watchers = people.stream()
                .map(user -> new Watcher(user).syncs(mix.through()))
                .toList();
        int from = mix.written().size();
        mix.write(EVENTS);
        for (int person = 0; person < people.size(); person++) {
            List<Integer> frames =
                    IntStream.range(from, mix.written().size()).boxed().collect(java.util.stream.Collectors.toList());
            frames.addAll(frames.subList(0, random.nextInt(frames.size())));
            Collections.shuffle(frames, random);
            for (int frame : frames) {
                if (mix.audience(frame).contains(people.get(person)) && random.nextInt(100) >= lostPercent) {
                    watchers.get(person).hears(mix.written().get(frame));
                }
            }
            Map<String, CarefulClient.Shown> fresh = fresh(mix, people.get(person));
            if (lostPercent > 0) {
                watchers.get(person).syncs(mix.through());
            } else {
                // Whoever comes or goes is asked to sync; this is about what is told live.
                fresh.keySet().removeAll(comingsAndGoings(mix, from, people.get(person)));
            }
            assertSame(fresh, watchers.get(person).shows(), "seed " + seed + ", " + person);
        }
    }

    private static void tell(EventMix mix, int from, String user, Watcher watcher) {
        for (int i = from; i < mix.written().size(); i++) {
            if (mix.audience(i).contains(user)) {
                watcher.hears(mix.written().get(i));
            }
        }
    }

    private static Set<String> comingsAndGoings(EventMix mix, int from, String user) {
        Set<String> conversations = new HashSet<>();
        for (Event event : mix.written().subList(from, mix.written().size())) {
            boolean concerned =
                    event instanceof Event.Joined joined && joined.users().contains(user)
                            || event instanceof Event.Left left && left.user().equals(user);
            if (concerned) {
                conversations.add(event.conversation());
            }
        }
        return conversations;
    }

    private static Map<String, CarefulClient.Shown> fresh(EventMix mix, String user) {
        return new Watcher(user).syncs(mix.through()).shows();
    }

    private static void assertSame(
            Map<String, CarefulClient.Shown> fresh, Map<String, CarefulClient.Shown> shown, String context) {
        assertTrue(shown.keySet().containsAll(fresh.keySet()), context);
        fresh.forEach((id, one) -> {
            CarefulClient.Shown other = Objects.requireNonNull(shown.get(id));
            one.entries()
                    .forEach((position, entry) ->
                            assertEquals(entry, other.entries().get(position), context + ", " + id + " " + position));
            assertEquals(one.entries().keySet(), other.entries().keySet(), context + ", " + id);
            Map<String, String> marks = new TreeMap<>(other.marks());
            marks.keySet().retainAll(one.marks().keySet());
            assertEquals(one.marks(), marks, context + ", marks of " + id);
        });
    }
}
