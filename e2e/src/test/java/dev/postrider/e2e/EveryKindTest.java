package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.fold.CarefulClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every kind of event that clients can cause, on two nodes: an old snapshot with what came live is a fresh snapshot, and so
 * is one that lost a third of it, after one catch-up.
 */
@WithSuite
class EveryKindTest {
    private static final int ACTIONS = 150;
    private static final int LOST_PERCENT = 30;

    private final Suite suite;
    private final Random random = new Random(20_261_130);

    EveryKindTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void whatCameLiveOverAnOldSnapshotIsAFreshSnapshot() {
        List<Person> people = List.of(person("wren"), person("moss"), person("fern"));
        DrawnDeeds deeds = new DrawnDeeds(random, people, person("bystander"));
        deeds.some(20);
        List<Watching> watching = new ArrayList<>();
        try {
            for (int i = 0; i < people.size(); i++) {
                watching.add(new Watching(people.get(i), i % 2 + 1, 0));
                watching.add(new Watching(people.get(i), 2 - i % 2, LOST_PERCENT));
            }

            for (int done = 0; done < ACTIONS; done += 10) {
                deeds.some(10);
                watching.forEach(Watching::hears);
            }
            deeds.everyKindOnceMore(watching.getFirst().device);
            // Marks are told up to a second later; snapshots may be alike before.
            suite.eventually(() -> {
                watching.forEach(Watching::hears);
                assertEquals(new TreeSet<>(FrameTypes.events().keySet()), heard(watching));
            });

            for (Person person : people) {
                suite.eventually(() -> {
                    Map<String, CarefulClient.Shown> fresh = fresh(person);
                    for (Watching one : watching) {
                        if (one.person == person) {
                            one.hears();
                            one.catchesUpIfItLost();
                            assertSame(fresh, one.client.shows(), person.id() + ", lost " + one.lostPercent);
                        }
                    }
                });
            }
        } finally {
            watching.forEach(one -> one.device.close());
        }
    }

    private static Set<String> heard(List<Watching> watching) {
        return watching.stream().flatMap(one -> one.kinds.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Person person(String name) {
        return Person.registers(suite.gateway(), name);
    }

    /** A device on one node with what a careful client makes of what it is told. */
    private final class Watching {
        final Person person;
        final Device device;
        final CarefulClient client;
        final int lostPercent;
        final Set<String> kinds = new HashSet<>();
        private int read;

        Watching(Person person, int node, int lostPercent) {
            this.person = person;
            this.lostPercent = lostPercent;
            this.client = new CarefulClient(new Asking(person), CarefulClient.Recording.NONE);
            this.device = person.opensAt(suite.chatNode(node));
            client.syncs(welcome(device));
        }

        /** All that came since it was asked last. */
        void hears() {
            List<ServerFrame> frames = device.heard(ServerFrame.class);
            for (; read < frames.size(); read++) {
                switch (frames.get(read)) {
                    case ServerFrame.Checkpoint checkpoint -> client.syncs(checkpoint.through());
                    case Event event -> {
                        kinds.add(typeOf(event));
                        if (random.nextInt(100) >= lostPercent) {
                            client.hears(event);
                        }
                    }
                    case ServerFrame.Session other -> {}
                    case ServerFrame.Answer other -> {}
                    case ServerFrame.Ephemeral other -> {}
                }
            }
        }

        void catchesUpIfItLost() {
            if (lostPercent > 0) {
                try (Device late = person.opens()) {
                    client.syncs(welcome(late));
                }
            }
        }
    }

    private static String typeOf(Event event) {
        return FrameTypes.events().entrySet().stream()
                .filter(type -> type.getValue().equals(event.getClass()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static String welcome(Device device) {
        return device.hears(ServerFrame.Welcome.class, any -> true).through();
    }

    private static Map<String, CarefulClient.Shown> fresh(Person person) {
        try (Device device = person.opens()) {
            return new CarefulClient(new Asking(person), CarefulClient.Recording.NONE)
                    .syncs(welcome(device))
                    .shows();
        }
    }

    private record Asking(Person person) implements CarefulClient.Source {
        @Override
        public JsonNode sync(@Nullable String cursor, String through) {
            String query = "?through=" + through + (cursor == null ? "" : "&cursor=" + cursor);
            return person.rest().get("/api/sync" + query).requireStatus(200).body();
        }

        @Override
        public JsonNode page(String conversation, @Nullable Long before, String through) {
            String query = "?limit=200&through=" + through + (before == null ? "" : "&before=" + before);
            return person.rest()
                    .get("/api/conversations/" + conversation + "/messages" + query)
                    .requireStatus(200)
                    .body();
        }
    }

    private static void assertSame(
            Map<String, CarefulClient.Shown> fresh, Map<String, CarefulClient.Shown> shown, String whose) {
        assertTrue(shown.keySet().containsAll(fresh.keySet()), whose);
        fresh.forEach((id, one) -> {
            CarefulClient.Shown other = Objects.requireNonNull(shown.get(id));
            assertEquals(one.entries(), other.entries(), whose + ", " + id);
            Map<String, String> marks = new TreeMap<>(other.marks());
            marks.keySet().retainAll(one.marks().keySet());
            assertEquals(one.marks(), marks, whose + ", marks of " + id);
        });
    }
}
